"""A scoring sentence as a whole: its form, and what stands around it."""
