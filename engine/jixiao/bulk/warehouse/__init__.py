"""Relations of somebody's database: what their columns are for a table, read as `batch` reads heads."""
