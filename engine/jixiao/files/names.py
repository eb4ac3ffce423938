"""Names as people write them: with or without quotation marks, in either width.

Two names are the same where formulas take them for the same (`plain_name`), so that
三公经费变动率 finds “三公经费”变动率.
"""

from __future__ import annotations

from collections.abc import Iterable

from jixiao.files import messages
from jixiao.files.collector import Collector
from jixiao.files.yaml.node import Scalar
from jixiao.language.formula import plain_name

WIDE_COMMA = "，"


def refuse_repeated(kind: str, names: Iterable[Scalar | None], collector: Collector) -> None:
    """Note every name that stands twice, whatever its quotation marks and width."""
    first: dict[str, Scalar] = {}
    for name in names:
        if name is not None:
            earlier = first.setdefault(plain_name(name.text), name)
            if earlier is not name:
                first_line = earlier.place.line
                collector.add(name.place, messages.REPEATED_NAME, kind=kind, name=name.text, first=first_line)


def refuse_wide_commas(names: Iterable[Scalar], collector: Collector) -> None:
    """Note every name with a wide comma in it: [投入，预算配置] is a list of one, for nobody who wrote it."""
    for name in names:
        if name.plain and WIDE_COMMA in name.text:
            place = name.place._replace(column=name.place.column + name.text.index(WIDE_COMMA))
            collector.add(place, messages.WIDE_COMMA_IN_NAME, name=name.text)


def compared(name: str) -> str:
    """Give a name as names are compared: half width, without quotation marks and spaces."""
    return plain_name(name)
