"""The default templates, made with python-docx in the manner of official papers (GB/T 9704)."""
