"""Many variants of a table over the same rows: which texts change, what that makes of the table, how rows move."""
