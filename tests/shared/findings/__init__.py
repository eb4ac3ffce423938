"""Finding rules, reviews and random trials of them."""
