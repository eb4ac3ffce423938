"""Plain text → paragraphs and tables: what lost its form on the way to a text file gets it back."""
