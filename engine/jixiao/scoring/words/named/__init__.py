"""What words name in place of numbers: goals, the other side of a limit, shares of an amount, distances."""
