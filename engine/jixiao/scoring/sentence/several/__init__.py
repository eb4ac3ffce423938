"""A sentence of several small rules: which clause says what, and how they add up."""
