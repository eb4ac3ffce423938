"""Steps: points for every so much above or below."""
