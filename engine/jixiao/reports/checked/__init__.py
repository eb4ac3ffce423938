"""What the checks of figures found over many rows."""
