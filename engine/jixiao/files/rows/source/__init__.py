"""Tables as files and databases hold them → chunks of rows, a bounded number at a time."""
