"""Our own tables in Excel and Word, taken back: the file that travels in them, and what their cells say by now."""
