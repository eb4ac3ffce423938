"""A sentence, folded and cut into typed tokens."""
