"""Rows of results → the table that is written out: CSV, Parquet, Excel or DuckDB."""
