"""A table as issued, beside what the machine understands of it."""

from __future__ import annotations

from pathlib import Path

from jixiao.analysis.portraits.table import portray_table
from jixiao.desk.rules import Rules, find_table, open_rules
from jixiao.model.portrait import TablePortrait


def show(table: str | Path, indicator: str = "", *, rules: Rules = None) -> TablePortrait:
    """Give the portrait of a table (code, code@version or path), or of one indicator of it.

    What is wrong in the table stands in the portrait, beside what is right. Raises Refused where
    there is no such table or indicator, or nothing of the file can be read.
    """
    return portray_table(find_table(table, open_rules(rules)), indicator)
