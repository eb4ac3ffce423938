"""A draft → the text of a case file, line by line, each with the figures or the claim that it says."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from jixiao.dataclass import dataclass, replace
from jixiao.model.draft import (
    Draft,
    DraftBreakdown,
    DraftClaim,
    DraftEntry,
    DraftFigure,
    DraftProject,
    LackingFigure,
)
from jixiao.model.ruleset import TO_FILL
from jixiao.model.width import cells_of
from jixiao.model.word import word

_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")
_PLAIN_PERCENT = re.compile(r"-?\d+(?:\.\d+)?%")
REMARKS_AT = 80
"""At which cell the words of the report begin, behind lines that leave room for it."""
PROJECT_MARGIN = "    "
INTRO = (
    "草稿：由 jixiao read 从报告读出，还没有经人核对。每个数后面是报告的原话。",
    "带“存疑”的数不进入评分：对照原文，数对的，删去“存疑: …”；不对的，改正或删去这一行。",
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the file, and what a reader of it must not find fault with."""

    text: str
    figures: tuple[DraftFigure, ...] = ()
    claim: DraftClaim | None = None


def draft_text(draft: Draft, schema: Iterable[str] = (), lacking: Sequence[LackingFigure] = ()) -> str:
    """Write a draft as a case file."""
    return "".join(f"{line.text}\n" for line in draft_lines(draft, schema, lacking))


def draft_lines(
    draft: Draft, schema: Iterable[str] = (), lacking: Sequence[LackingFigure] = ()
) -> Iterator[Line]:
    """Yield the lines of a case file; `schema` stands first."""
    yield from map(Line, (*schema, *(f"# {line}" for line in INTRO)))
    yield from map(Line, _head(draft))
    yield from _part(draft, [one for one in lacking if not one.project])
    for at, project in enumerate(draft.projects):
        yield Line("")
        if not at:
            yield Line("项目:")
        yield Line(f"  - 名称: {word(project.name)}")
        wanting = [one for one in lacking if one.project == project.name]
        yield from (
            replace(line, text=f"{PROJECT_MARGIN}{line.text}")
            for line in _part(project, wanting)
            if line.text
        )


def _part(part: Draft | DraftProject, lacking: Sequence[LackingFigure]) -> Iterator[Line]:
    """Yield what is stated and claimed of the case at large, or of one project."""
    yield from _data(part.entries, lacking)
    if part.breakdowns:
        yield from (Line(""), Line("明细:"))
        yield from _breakdowns(part.breakdowns)
    yield from _claims(part, part.notes if isinstance(part, Draft) else ())


def statement_lines(draft: Draft) -> Iterator[tuple[str, DraftFigure, str]]:
    """Yield each figure with its name, and its line as one that stands on its own, under its whole's name."""
    for one in draft.all_parts:
        of = f"{one.name} " if one.name else ""
        named = [*((of, entry) for entry in one.entries)]
        named += [(f"{of}{each.whole} 明细 ", part) for each in one.breakdowns for part in each.parts]
        for whole, entry in named:
            for figure in entry.figures:
                text = f"  {whole}{word(entry.name)}: {_figure(figure)}"
                yield entry.name, figure, _beside(text, figure.words)


def _head(draft: Draft) -> Iterator[str]:
    heading = draft.heading
    yield f"案例: {word(heading.title)}"
    yield f"代码: {heading.code}"
    yield f"单位: {word(heading.unit or TO_FILL)}"
    yield f"地区: {word(heading.region or TO_FILL)}"
    yield f"年度: {TO_FILL if heading.year is None else heading.year}"
    yield f"对象: {word(heading.subject)}"
    if heading.table:
        yield f"指标表: {heading.table}"
    elif heading.candidates:
        yield "# 指标表：没有找到适用的。可能用得上的有下面几个，选一个，去掉行首的“# ”"
        yield from (f"# 指标表: {one}" for one in heading.candidates)
    else:
        yield "# 指标表：没有找到适用的"
    yield f"来源: {{{', '.join(f'{word(one.label)}: {word(one.file)}' for one in draft.sources)}}}"


def _data(entries: Sequence[DraftEntry], lacking: Sequence[LackingFigure]) -> Iterator[Line]:
    if entries or lacking:
        yield from (Line(""), Line("数据:" if entries else "# 数据:"))
    known = [one for one in entries if one.known]
    named = [one for one in entries if not one.known]
    for entry in known:
        yield from _entry(entry, "  ")
    if lacking:
        yield Line("  # ── 指标表要用、报告里没有读到的：补上以后去掉行首的“# ” ──")
    for one in lacking:
        unit = f", 单位: {word(one.unit)}" if one.unit else ""
        yield Line(f"  # {word(one.name)}: {{值: {TO_FILL}{unit}, 出处: {TO_FILL}}}")
    if named:
        yield Line("  # ── 数据项里没有的名称，照报告写，不用于评分 ──")
    for entry in named:
        yield from _entry(entry, "  ")


def _entry(entry: DraftEntry, margin: str) -> Iterator[Line]:
    if len(entry.figures) == 1:
        [figure] = entry.figures
        yield _remarked(f"{margin}{word(entry.name)}: {_figure(figure)}", figure)
        return
    yield Line(f"{margin}{word(entry.name)}:", entry.figures)
    for figure in entry.figures:
        yield _remarked(f"{margin}  - {_figure(figure)}", figure)


def _breakdowns(breakdowns: Sequence[DraftBreakdown]) -> Iterator[Line]:
    wholes: dict[str, list[DraftBreakdown]] = {}
    for one in breakdowns:
        wholes.setdefault(one.whole, []).append(one)
    for whole, found in wholes.items():
        yield Line(f"  {word(whole)}:", _figures_of(found))
        for one in found:
            margin = "    " if len(found) == 1 else "      "
            lines = [] if one.complete else [Line(f"{margin}其中: 是")]
            if len(found) > 1:
                lines.append(Line(f"{margin}按: {word(one.place)}"))
            for part in one.parts:
                lines += _entry(part, margin)
            first = lines[0].text if len(found) == 1 else f"    - {lines[0].text.strip()}"
            yield Line(first, lines[0].figures)
            yield from lines[1:]


def _figures_of(found: Iterable[DraftBreakdown]) -> tuple[DraftFigure, ...]:
    return tuple(figure for one in found for part in one.parts for figure in part.figures)


def _claims(part: Draft | DraftProject, notes: Sequence[str]) -> Iterator[Line]:
    if part.whole is None and not part.claims and not notes:
        return
    yield from (Line(""), Line("自评:" if part.whole or part.claims else "# 自评:"))
    if part.whole is not None:
        for key, value in part.whole.said:
            yield Line(f"  {key}: {_scalar(value)}", (), part.whole)
        yield Line(f"  出处: {word(part.whole.place)}  # {part.whole.words}", (), part.whole)
    if part.claims:
        yield Line("  指标:")
    for claim in part.claims:
        said = ", ".join(f"{key}: {_scalar(value)}" for key, value in claim.said)
        text = f"    {word(claim.indicator)}: {{{said}, 出处: {word(claim.place)}}}"
        yield Line(_beside(text, claim.words), (), claim)
    if notes:
        yield Line("  # ── 另外读到的自评，没有写入：指标表里没有这项指标，或者前后不一 ──")
    yield from (Line(f"  # {note}") for note in notes)


def _figure(figure: DraftFigure) -> str:
    said: Mapping[str, str] = {
        "值": _scalar(figure.value),
        "单位": word(figure.unit) if figure.unit else "",
        "年度": "" if figure.year is None else str(figure.year),
        "出处": word(figure.place),
        "占比": _scalar(figure.share) if figure.share else "",
        "完成率": _scalar(figure.completion) if figure.completion else "",
        "存疑": word(figure.doubt) if figure.doubt else "",
    }
    return f"{{{', '.join(f'{key}: {text}' for key, text in said.items() if text)}}}"


def _scalar(value: str) -> str:
    """Write a number as it is, and what is none, or would be another one, as text."""
    return value if _NUMBER.fullmatch(value) or _PLAIN_PERCENT.fullmatch(value) else word(value)


def _remarked(text: str, figure: DraftFigure) -> Line:
    return Line(_beside(text, figure.words), (figure,))


def _beside(text: str, words: str) -> str:
    return f"{text}{' ' * max(2, REMARKS_AT - cells_of(text))}# {words}" if words else text
