"""What is understood of rules, kept on disk between runs as plain data; losing it changes nothing."""
