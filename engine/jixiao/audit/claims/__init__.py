"""What papers claim of scores, held against what the rules give."""
