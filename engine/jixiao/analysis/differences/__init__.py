"""What a change of a table means for the scores that it gives."""
