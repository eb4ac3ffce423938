<<<<<<< HEAD
"""Reports in every format, written by the tests themselves, and what holds for every paper."""
=======
"""Papers: what holds for each, and pdfs to read."""
>>>>>>> 79a4b31e959dd65ba549b7f2046f3fb0fdee4c82
