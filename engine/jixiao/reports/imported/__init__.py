"""What came of a table that others wrote: what is to be checked, and what became of each cell."""
