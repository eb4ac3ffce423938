"""From the results of all indicators to the total: choices, vetoes, bounds and grades."""
