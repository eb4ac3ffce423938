"""A table's program as one query: what a warehouse of one's own runs, to the same last cent."""
