"""The number of each finding: the same on the screen, in full, and in JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from jixiao.dataclass import dataclass
from jixiao.model.finding import Finding, Level
from jixiao.model.review import Review


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding and its number within its evaluation, from 1, gravest first."""

    number: int
    finding: Finding


def numbered(review: Review) -> tuple[Numbered, ...]:
    """Give every finding with its number: also one told under another, and one that is settled.

    A conclusion finds fault with nothing, and has none.
    """
    found = (finding for finding in review.findings if not finding.is_conclusion)
    return tuple(Numbered(number, finding) for number, finding in enumerate(found, 1))


def pending(found: Sequence[Numbered]) -> list[Numbered]:
    """Give the findings that a reviewer has still to look at."""
    return [one for one in found if one.finding.is_pending]


def heads(found: Sequence[Numbered]) -> list[Numbered]:
    """Give the findings that no other of them explains."""
    ids = {one.finding.id for one in found}
    return [one for one in found if one.finding.folded_under not in ids]


def under(head: Numbered, found: Sequence[Numbered]) -> list[Numbered]:
    """Give what is told under a finding, at whatever depth."""
    told: list[Numbered] = []
    ids = {head.finding.id}
    while more := [one for one in found if one.finding.folded_under in ids and one not in told]:
        told += more
        ids = {one.finding.id for one in more}
    return told


def level_counts(levels: Sequence[Level]) -> str:
    """Write how many there are of each level, gravest first."""
    counts = Counter(levels)
    return "，".join(_count(level, counts[level]) for level in Level if counts[level])


def _count(level: Level, count: int) -> str:
    return f"{level.word} {count}"


def counted(found: Sequence[Numbered]) -> str:
    """Write how many findings a reader meets; those told under others, and those settled, stand behind."""
    waiting = pending(found)
    shown = heads(waiting)
    told = level_counts([one.finding.level for one in shown])
    others = "，".join(_others(len(waiting), len(shown), len(found) - len(waiting)))
    return f"疑点 {len(shown)} 项{'：' * bool(told)}{told}" + (f"；{others}" if others else "")


def _others(waiting: int, shown: int, settled: int) -> Iterator[str]:
    if waiting > shown:
        yield f"连同归入其中的共 {waiting} 项"
    if settled:
        yield f"另有 {settled} 项已处置"


def of_case(found: Sequence[Numbered]) -> list[Numbered]:
    """Give what concerns the case at large, and no project more than another."""
    return [one for one in found if one.finding.of_case]


def of_project(found: Sequence[Numbered]) -> list[Numbered]:
    """Give what concerns the project itself."""
    return [one for one in found if not one.finding.of_case]


AT_LARGE = "全案："
"""What stands before the title of a finding about the case at large."""


def title_of(finding: Finding) -> str:
    """Give the title of a finding as people read it beside those of projects."""
    return f"{AT_LARGE if finding.of_case else ''}{finding.title}"
