"""Tables of many rows, a row a unit: what their heads mean, chunk by chunk what stands in them, and the tables written."""
