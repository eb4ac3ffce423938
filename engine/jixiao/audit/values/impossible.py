"""Values that no unit can have, wherever a case states them: beside an item, in a breakdown, in a claim."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.audit.outcome import Outcome
from jixiao.audit.values.value import Told
from jixiao.dataclass import dataclass
from jixiao.model.case import Part, Project, Statement
from jixiao.model.finding import Level
from jixiao.model.impossible import Impossible, why_impossible
from jixiao.model.wording import quoted
from jixiao.quantity import Quantity

IMPOSSIBLE = "不可能"
_LEVELS = {Impossible.NO_PERCENT: Level.MEDIUM}
"""How grave each kind is; those that are not named are grave."""


@dataclass(frozen=True, slots=True)
class _Found:
    name: str
    item: str
    quantity: Quantity
    source: str
    why: Impossible


def impossible_outcomes(project: Project) -> Iterator[Outcome]:
    """Yield each value of a project that can't be, with why."""
    seen: dict[tuple[str, str, Impossible], _Found] = {}
    for one in _found(project):
        seen.setdefault((one.name, str(one.quantity), one.why), one)
    habits: dict[tuple[str, Impossible], list[_Found]] = {}
    for one in seen.values():
        if one.why in _HABITS:
            habits.setdefault((one.item, one.why), []).append(one)
        else:
            yield _outcome(one)
    yield from (_outcome(found[0]) if len(found) == 1 else _habit(found) for found in habits.values())


_HABITS = (Impossible.NO_PERCENT,)
"""What is done to one value after another by habit, and told once for all of an item."""


def _habit(found: Sequence[_Found]) -> Outcome:
    """Tell values of one item that are printed alike, once."""
    first = found[0]
    titles = [quoted(one.name.replace("·", "中的")) for one in found]
    values = "、".join(dict.fromkeys(str(one.quantity) for one in found))
    place = f"（{first.source}）" if first.source else ""
    text = f"{'、'.join(titles)}印作{values}{place}，不可能：{first.why.word}"
    because = tuple(f"{title}{one.quantity}" for title, one in zip(titles, found, strict=True))
    figures = tuple(str(one.quantity) for one in found)
    name, level = f"{first.item}·{first.why}", _LEVELS.get(first.why, Level.HIGH)
    title = f"{titles[0]}等{len(found)}个数值不可能"
    return Told(name, first.item, IMPOSSIBLE, level, title, text, because, figures).outcome


def _found(project: Project) -> Iterator[_Found]:
    for name, statements in project.statements.items():
        yield from _stated(name, name, statements)
    for breakdown in project.breakdowns:
        for part in breakdown.parts:
            yield from _stated(f"{breakdown.item}·{part.name}", breakdown.item, part.statements)
            yield from _beside(breakdown.item, part)
    for owned in project.own.values():
        for own in owned:
            yield from _stated(own.name, own.name, own.actual)
    for claim in project.claim.indicators.values():
        if claim.ratio is not None:
            yield from _of(claim.indicator, claim.indicator, claim.ratio, claim.source)


def _stated(name: str, item: str, statements: tuple[Statement, ...]) -> Iterator[_Found]:
    for one in statements:
        if one.impossible is not None:
            yield _Found(name, item, one.quantity, one.source, one.impossible)


def _beside(item: str, part: Part) -> Iterator[_Found]:
    """Yield the ratios printed beside a part that can't be."""
    source = part.statements[0].source if part.statements else ""
    for said, ratio in (("占比", part.share), ("完成率", part.completion)):
        if ratio is not None:
            yield from _of(f"{item}·{part.name}{said}", item, ratio, source)


def _of(name: str, item: str, quantity: Quantity, source: str) -> Iterator[_Found]:
    why = why_impossible(name, quantity)
    if why is not None:
        yield _Found(name, item, quantity, source, why)


def _outcome(found: _Found) -> Outcome:
    title = quoted(found.name.replace("·", "中的"))
    place = f"（{found.source}）" if found.source else ""
    text = f"{title}印作{found.quantity}{place}，不可能：{found.why.word}"
    level = _LEVELS.get(found.why, Level.HIGH)
    because, figures = (f"{title}{found.quantity}{place}",), (str(found.quantity),)
    name = f"{found.name}·{found.why}"
    return Told(name, found.item, IMPOSSIBLE, level, f"{title}的数值不可能", text, because, figures).outcome
