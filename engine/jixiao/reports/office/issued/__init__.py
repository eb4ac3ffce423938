"""A table (指标表) as bureaus issue it: a workbook or a Word document."""
