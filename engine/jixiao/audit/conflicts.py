"""Statements in conflict: one thing with different values, and what the difference looks like."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from jixiao.audit.checks.run import Ran
from jixiao.audit.checks.structure import repeated_parts
from jixiao.audit.checks.tell import relation_of
from jixiao.audit.outcome import Ground, Outcome
from jixiao.audit.resemblance import WORDS, Resemblance, resemblance
from jixiao.audit.stated import Stated, Statements
from jixiao.model.check import CheckResult
from jixiao.model.fact import Fact
from jixiao.model.wording import quoted
from jixiao.quantity import rounds_to

MAX_VALUES = 16
"""Most values of one thing that are compared with each other, and told; the others are counted."""

_TABLE = re.compile(r"表\d*(?=\s|$)")
"""A table, in a place: 自评报告 表2 第3行“预算数”, 评价报告 二（二）表."""
BESIDE_TABLE = "。正文和表写得不一样"


def conflict_outcomes(papers: Statements, ran: Sequence[Ran]) -> Iterator[Outcome]:
    """Yield each thing that the papers state differently; `ran` are the checks that may tell which is right."""
    several = papers.project.statements.items()
    things = [(name, papers.direct(name)) for name, statements in several if len(statements) > 1]
    things += repeated_parts(papers.project)
    for name, values in things:
        apart = [pair for pair in combinations(values[:MAX_VALUES], 2) if _differ(*pair)]
        if apart:
            yield _outcome(name, values, apart, ran)


def _differ(one: Stated, other: Stated) -> bool:
    """Whether neither value can be the other one rounded or cut off."""
    finer, coarser = sorted((one.printed, other.printed), key=lambda each: each.slack)
    distance = abs(finer.value - coarser.value)
    return distance > coarser.slack and not rounds_to(finer, coarser)


def _within_printing(one: Stated, other: Stated) -> bool:
    distance = abs(one.printed.value - other.printed.value)
    return distance <= one.printed.slack + other.printed.slack


def _outcome(
    name: str, values: Sequence[Stated], apart: Sequence[tuple[Stated, Stated]], ran: Iterable[Ran]
) -> Outcome:
    slip = _slip(apart)
    small = all(_within_printing(*pair) for pair in apart)
    adopted = next((one for one in values if one.adopted), None)
    title = name.replace("·", "中的")
    told = "；".join(one.text for one in values[:MAX_VALUES])
    told += f"；等{len(values)}个" if len(values) > MAX_VALUES else ""
    hint = f"。{WORDS[slip]}" if slip is not None and not small else ""
    hint += BESIDE_TABLE if _prose_against_table(values) else ""
    settled = f"。评分采用{adopted.quantity}" if adopted is not None else ""
    fact = Fact.of(
        "陈述",
        来自=f"陈述·{name}",
        数据项=name,
        样子=slip,
        结果="印刷误差" if small else "冲突",
        采用=adopted is not None,
        题目=f"{quoted(title)}有{len(values)}个不同的数",
        说明=f"{quoted(title)}前后不一：{told}{hint}{settled}",
    )
    shown = values[:MAX_VALUES]
    because = (*(f"{quoted(title)}{one.text}" for one in shown), *_borne_out(name, values, ran))
    figures = tuple(str(one.quantity) for one in values)
    return Outcome(fact, Ground((name.split("·", maxsplit=1)[0],), because, figures))


def _prose_against_table(values: Sequence[Stated]) -> bool:
    """Whether some values stand in tables only and all others in running text only."""
    stand = [{bool(_TABLE.search(place.partition(" ")[2])) for place in one.sources} for one in values]
    return {True} in stand and {False} in stand and all(len(one) == 1 for one in stand)


def _slip(apart: Sequence[tuple[Stated, Stated]]) -> Resemblance | None:
    slips = [resemblance(one.quantity, other.quantity) for one, other in apart]
    return next((kind for kind in Resemblance if kind in slips), None)


def _borne_out(name: str, values: Sequence[Stated], ran: Iterable[Ran]) -> Iterator[str]:
    """Say which of the values other figures bear out."""
    for one in ran:
        if one.result is not CheckResult.DISPUTED or name not in one.taken:
            continue
        right = dict.fromkeys(way[name].quantity.base for way in one.fitting)
        fits = [value for value in values if value.quantity.base in right]
        if 0 < len(fits) < len(values):
            told = "、".join(str(value.quantity) for value in fits)
            yield f"按“{relation_of(one)}”核对：{told}相符，其余的数不符"
