"""What is wrong in tables, checks and finding rules, found before any case."""
