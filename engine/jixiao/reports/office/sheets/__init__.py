"""Content in Excel: score tables that add up by themselves, and summaries."""
