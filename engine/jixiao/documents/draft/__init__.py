"""What was read of one unit's reports → the draft of its case, and that draft as the text of a case file."""
