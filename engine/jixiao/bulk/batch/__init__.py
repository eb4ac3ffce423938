"""Rows of a table scored, chunk by chunk: by the table's program where it can take them, else one by one by the engine."""
