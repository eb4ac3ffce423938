"""Many cases at once: who stands where, what is lost and found most, what is still open."""
