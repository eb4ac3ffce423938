"""A form to collect cases with, as a workbook."""
