"""Rules about figures, run on a case: what holds, what does not, and what cannot be told."""
