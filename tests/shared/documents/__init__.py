"""Papers: what holds for each, and pdfs to read."""
