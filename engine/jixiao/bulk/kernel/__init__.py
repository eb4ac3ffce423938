"""A table's program as machine code: blocks of rows, one small loop an indicator, on all cores."""
