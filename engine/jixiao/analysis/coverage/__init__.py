"""What of the rules cases and examples came by, and what never."""
