"""Whether cases and tables give what is written that they must (预期, 例)."""
