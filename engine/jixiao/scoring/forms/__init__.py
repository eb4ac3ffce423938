"""The scoring forms: each claims the clauses that are its own, or none."""
