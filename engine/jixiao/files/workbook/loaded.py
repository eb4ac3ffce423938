"""A workbook's bytes → openpyxl's workbook, once it has been looked through. Only read: it is never saved again."""

from __future__ import annotations

import io
import warnings

from jixiao.files.workbook import messages
from jixiao.files.workbook.looked import Seen, look_through, refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from openpyxl.workbook import Workbook


def load(data: bytes, file: str) -> tuple[Workbook, Seen]:
    """Open a workbook with the values that its formulas had; raises Refused where it is broken or beyond a bound."""
    seen = look_through(data, file)
    return _opened(seen.parts, file, data_only=True), seen


def load_formulas(seen: Seen, file: str) -> Workbook:
    """Open a workbook that was looked through, with its formulas in place of their values; raises Refused."""
    return _opened(seen.parts, file, data_only=False)


def _opened(parts: bytes, file: str, *, data_only: bool) -> Workbook:
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # of extensions that openpyxl does not know, such as 条件格式 of WPS
            return load_workbook(io.BytesIO(parts), data_only=data_only, keep_links=False)
    except Exception as error:
        raise refused(file, messages.BROKEN) from error
