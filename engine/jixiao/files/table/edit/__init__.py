"""A table as somebody edited it in Excel or Word → edits of its YAML, line by line."""
