"""A workbook as bytes: always the same for the same cells, data never taken for formulas or links."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import datetime

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xlsxwriter import Workbook

CREATED = datetime(2000, 1, 1)  # noqa: DTZ001 — a workbook's times have no zone
"""When every workbook says that it was made: a clock would make each differ from the last."""

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "nan_inf_to_errors": False,
}


def workbook_bytes(fill: Callable[[Workbook], None], title: str = "") -> bytes:
    """Give the bytes of a workbook that `fill` puts sheets into. `title` stands in the file's properties."""
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    with Workbook(stream, _OPTIONS) as workbook:
        workbook.set_properties({"created": CREATED, "title": title, "author": "绩效"})
        fill(workbook)
    return stream.getvalue()
