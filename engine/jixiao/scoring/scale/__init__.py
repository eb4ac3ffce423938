"""What a sentence gives: outcomes, and the readings they depend on."""
