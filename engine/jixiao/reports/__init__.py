"""What people and programs read of a result. Knows no rules, only what was found."""
