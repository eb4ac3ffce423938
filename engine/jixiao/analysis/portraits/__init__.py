"""What the machine understands of sentences and tables, as it is shown to people."""
