"""Edits that were made in Excel or Word: what they say, and how many lines of the file they change."""
