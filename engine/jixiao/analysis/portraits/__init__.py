"""What the machine understands of sentences and tables, as it is shown to people."""

from jixiao.analysis.portraits.answer import answer
from jixiao.analysis.portraits.table import portray_table

__all__ = ["answer", "portray_table"]
