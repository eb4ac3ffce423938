"""What of the rules cases and examples reached, and what never."""
