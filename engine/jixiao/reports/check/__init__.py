"""What `jixiao check` shows: scores, reasons and findings."""
