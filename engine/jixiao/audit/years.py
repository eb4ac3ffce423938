"""Years that a source prints where another one is meant."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.audit.outcome import Ground, Outcome
from jixiao.model.case import Project
from jixiao.model.fact import Fact
from jixiao.model.wording import quoted

_LAST_YEAR = "上年"
"""How items begin that belong to the year before."""


def year_outcomes(project: Project, year: int) -> Iterator[Outcome]:
    """Yield each statement whose printed year is not the one its item belongs to."""
    for name, statements in project.statements.items():
        wanted = year - 1 if name.startswith(_LAST_YEAR) else year
        for one in statements:
            if one.year is not None and one.year != wanted:
                place = f"（{one.source}）" if one.source else ""
                text = f"{quoted(name)}{one.quantity}{place}印的是{one.year}年，这里应是{wanted}年"
                fact = Fact.of(
                    "年度",
                    来自=f"年度·{name}·{one.year}",
                    数据项=name,
                    题目=f"{quoted(name)}的年度可疑",
                    说明=text,
                )
                yield Outcome(fact, Ground((name,), (text,), (str(one.quantity), str(one.year))))
