"""The findings of one evaluation, gravest first, with what they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence, Set

from rich.text import Text

from jixiao.dataclass import dataclass
from jixiao.model.case import Disposition
from jixiao.model.evaluation import Result
from jixiao.model.finding import Finding, Level
from jixiao.model.review import Review
from jixiao.model.told import RowWords
from jixiao.reports.check.choice import Choice
from jixiao.reports.check.numbering import (
    Numbered,
    counted,
    heads,
    numbered,
    of_case,
    of_project,
    pending,
    title_of,
    under,
)
from jixiao.reports.page.clip import clip
from jixiao.reports.page.wrap import wrap

STYLES: dict[Level, str] = {Level.HIGH: "bold red", Level.MEDIUM: "bold yellow", Level.LOW: "cyan"}
INDENT = 6
"""Cells that a level's word and the gap behind it take."""

APPROVED = "case-review"
"""The code of the conclusion that a case may pass; any other says what keeps it from that."""
CONCLUDED = "green"

ABOVE = "见上表"
"""Stands for a reason that the table above already gives in full."""

TOLD = "依据见以上各条"
"""Stands for grounds that findings before it have given already."""

MIN_REPEATED = 20
"""Shorter reasons are repeated: it is quicker to read them than to look up."""


def finding_list(review: Review, choice: Choice, width: int) -> Iterator[Text]:
    """Give the findings line by line; one line says so where there is none.

    A finding that another one explains is named under it; what a reviewer settled stands last.
    """
    found = numbered(review)
    waiting = [one for one in pending(found) if choice.keeps(one.finding)]
    yield Text(counted(found) if found else "疑点：无", "bold" if found else "")
    if not choice.is_all:
        yield Text(f"只列{choice.text}：{len(waiting)} 项")
    if large := of_case(waiting):
        yield Text(f"其中 {len(large)} 项说的是全案，列在各项目之后")
    yield from _told(of_project(heads(waiting)), waiting, review, width)
    for one in found:
        if one.finding.set_aside is not None and choice.keeps(one.finding):
            yield from _settled(one, width - INDENT)
    for disposition in review.unmatched:
        yield from _unmatched(disposition, width - INDENT)
    for finding in review.findings:
        if finding.is_conclusion:
            yield from conclusion_lines(finding, width)


def at_large_list(review: Review, choice: Choice, width: int) -> Iterator[Text]:
    """Give the findings about the case at large line by line, with what they rest on."""
    waiting = [one for one in pending(numbered(review)) if choice.keeps(one.finding)]
    yield from _told(of_case(heads(waiting)), waiting, review, width)


def _told(
    shown: Sequence[Numbered], waiting: Sequence[Numbered], review: Review, width: int
) -> Iterator[Text]:
    rows = _short_rows(review.evaluation.results)
    told: set[str] = set()
    for one in shown:
        yield from _finding(one, under(one, waiting), rows, told, width - INDENT)
        told |= {one.finding.message, f"所以：{one.finding.message}", *one.finding.because}


def _finding(
    one: Numbered, folded: Sequence[Numbered], rows: Set[str], told: Set[str], width: int
) -> Iterator[Text]:
    """Print one finding; `told` are the grounds printed already with those before it."""
    finding = one.finding
    level = Text(f"{finding.level.word}  ", STYLES[finding.level])
    first, *others = wrap(f"{one.number}. {title_of(finding)}", width)
    yield level.append(first, "bold")
    yield from _indented(others, "bold")
    yield from _indented(wrap(finding.message, width))
    grounds = [fact for fact in finding.because if fact != finding.message]
    facts = _gathered([_brief(fact, rows) for fact in grounds if fact not in told])
    for fact in facts[:MAX_FACTS]:
        yield from _point(fact, width)
    if len(facts) > MAX_FACTS:
        yield from _point(f"另有 {len(facts) - MAX_FACTS} 条依据，见 --format json", width)
    if len(facts) < len(grounds) and not facts:
        yield from _point(TOLD, width)
    if folded:
        titles = "；".join(f"{each.number}. {each.finding.title}" for each in folded)
        yield from _point(f"由此而来，不另列：{titles}", width)
    if finding.note:
        yield from _point(finding.note, width)
    yield from _indented(_label(finding, width), "dim")


@dataclass(frozen=True, slots=True)
class Ground:
    """What a finding rests on, as it is printed; `above`: it points to the table."""

    text: str
    above: bool = False


def _gathered(grounds: Sequence[Ground]) -> list[str]:
    """Say once that the reasons stand in the table above, where many of them do."""
    if sum(ground.above for ground in grounds) <= MAX_ABOVE:
        return [ground.text for ground in grounds]
    return ["各项的依据见上表", *(ground.text for ground in grounds if not ground.above)]


MAX_ABOVE = 3
"""Most reasons that each point to the table above."""
MAX_FACTS = 8
"""Most grounds printed of one finding; JSON holds them all."""


def _settled(one: Numbered, width: int) -> Iterator[Text]:
    finding, aside = one.finding, one.finding.set_aside
    assert aside is not None
    text = f"{one.number}. {finding.title}。{aside.by}处置：{aside.reason}（至 {aside.until}）"
    first, *others = wrap(text, width)
    yield Text(f"处置  {first}")
    yield from _indented([*others, *_label(finding, width)], "dim")


def _unmatched(one: Disposition, width: int) -> Iterator[Text]:
    first, *others = wrap(unmatched_text(one), width)
    yield Text(f"处置  {first}", "yellow")
    yield from _indented(others, "yellow")


def unmatched_text(one: Disposition) -> str:
    """Tell a decision that settles nothing, so that nobody takes something for settled by it."""
    about = "".join(
        f"，{word}{name}" for word, name in (("指标", one.indicator), ("数据项", one.item)) if name
    )
    return f"第{one.place.line}行的处置（代码 {one.code}{about}，{one.by}）没有对上任何疑点：疑点已经没有了就删去，写错了的改正"


def _label(finding: Finding, width: int) -> list[str]:
    """Give what a 处置 of the finding would name."""
    return list(wrap(f"代码 {finding.code}　指纹 {finding.fingerprint}", width))


def conclusion_lines(finding: Finding, width: int, most: int | None = None) -> Iterator[Text]:
    """Give a conclusion, in at most so many lines; green only where nothing stands against it."""
    text, room = f"{finding.title}：{finding.message}", width - INDENT
    first, *others = wrap(text if most is None else clip(text, (room - 2) * most), room)
    style = CONCLUDED if finding.code == APPROVED else STYLES[Level.MEDIUM]
    yield Text().append("结论  ", style).append(first)
    yield from _indented(others)


def _indented(lines: Iterable[str], style: str = "") -> Iterator[Text]:
    for line in lines:
        yield Text(" " * INDENT + line, style)


def _point(text: str, width: int) -> Iterator[Text]:
    for index, line in enumerate(wrap(text, width - 2)):
        yield Text(f"{' ' * INDENT}{'- ' if index == 0 else '  '}{line}")


def _short_rows(results: Sequence[Result]) -> frozenset[str]:
    """Give the indicators whose rows in the table tell why points are lost."""
    return frozenset(result.indicator.name for result in results if result.low < result.indicator.points)


def _brief(fact: str, rows: Set[str]) -> Ground:
    """Point to the table where a row tells the same, and not in a few words."""
    if not isinstance(fact, RowWords) or fact.indicator not in rows:
        return Ground(fact)
    start = fact.start
    return Ground(f"{start}{ABOVE}", above=True) if len(fact) - len(start) >= MIN_REPEATED else Ground(fact)
