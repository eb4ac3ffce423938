"""What `jixiao items` shows."""
