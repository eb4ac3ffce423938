"""Folders and versions of files: which tables, cases and rules there are."""
