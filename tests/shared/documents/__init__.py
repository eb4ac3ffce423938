"""Reports in every format, written by the tests themselves, and what holds for every paper."""
