"""What all reports are made of: columns, wrapped lines, marks under a text, HTML, JSON objects."""
