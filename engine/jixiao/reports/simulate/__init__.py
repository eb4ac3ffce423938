"""What `jixiao simulate` shows."""
