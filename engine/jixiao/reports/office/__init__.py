"""Files for Excel, WPS and Word: the same input gives the same bytes, and what was text stays text."""
