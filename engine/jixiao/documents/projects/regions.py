"""The stretches of a report that are of one project: its form, or its section."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from jixiao.dataclass import dataclass
from jixiao.documents.figures.folded import fold
from jixiao.documents.paper import Block, Paper, Paragraph, Table
from jixiao.documents.projects.mentions import Mentions
from jixiao.documents.tables.columns import Role, column_of
from jixiao.documents.tables.projects import MAX_NAME, project_named
from jixiao.language.span import Span

_NAMED = re.compile(r"^(?:\d{1,2}[、.]|[一二三四五六七八九十]、)?项目(?:支出)?名称(?:及代码)?:?(?P<name>.*)$")
_NO_NAME = re.compile(
    r".*(?:部门|单位|负责人|类型|类别|属性|性质|编码|代码|[资金预算执行]数|资金|金额|情况|起止时间)"
)
"""What stands behind 项目名称 where it is the head of a column."""
_OF_COLUMNS = (Role.BUDGET, Role.FULL_BUDGET, Role.SPENT, Role.RATE, Role.POINTS, Role.SCORE)
_NUMBERED = re.compile(
    r"(?:第(?P<part>[一二三四五六七八九十]{1,3})(?:部分|章)|(?P<chapter>[一二三四五六七八九十]{1,3})[、.]|"
    r"\((?P<section>[一二三四五六七八九十]{1,3})\)[、.]?|(?P<point>\d{1,2})[、.](?!\d)|\((?P<deep>\d{1,2})\)[、.]?)"
)
_LEVELS = ("part", "chapter", "section", "point", "deep")
_UNNUMBERED = 1
"""As which level a head without a number ends those before it."""
_COUNTED = re.compile(
    r"(?:(?:项目|专项)(?:[一二三四五六七八九十]{1,3}|\d{1,2})|第[一二三四五六七八九十]{1,2}个项目)[:、.]?(?P<name>[^:。;]{2,40})"
)
_LABEL = re.compile(r"(?P<label>[^:。;,]{2,40})(?:[:。,]|$)")
_ABOUT = re.compile(
    r"(?:的?(?:支出|绩效|自评|评价|实施|完成|执行|使用|资金|预算|开展|基本|总体|情况|结果|报告|表))*"
)
"""What a head may say of a project behind its name."""
_PROJECT = re.compile(r".*(?:项目|工程)")
_SCORED = re.compile(r".*(?:专项|经费|资金|补助|补贴|费)")
"""How heads end that name projects where each of their sections tells a score of its own."""
MAX_SECTION = 4_000
"""Most signs of a section that are searched for its score."""
_SCORE = re.compile(r"(?:自评|评价|综合|绩效)(?:总?得分?|总分|评分|分)(?:为|是|:|达)?\d{1,3}(?:\.\d+)?分")
_GENERAL = re.compile(
    r"(?:.*(?:情况|绩效|管理|实施|完成|目标|概况|投入|产出|效益|评价|本级|其他|其它|重点|主要|所有|全部|各|该|本|子|自选|建设)|[^\u4e00-\u9fff]*)"
    r"(?:项目|工程)$"
)
"""A head that ends so and names no project."""


@dataclass(frozen=True, slots=True)
class Region:
    """Where a report speaks of one project."""

    span: Span
    project: str


@dataclass(frozen=True, slots=True)
class _Head:
    """A paragraph that may begin a section: how deep it is, its number there, and the project that it names."""

    at: int
    level: int | None
    number: str
    project: str


def regions_of(paper: Paper, listed: Sequence[Sequence[str]], *, by_heads: bool) -> tuple[Region, ...]:
    """Give the regions, forms before sections, which may hold forms.

    `listed` are the projects that each table names, to be found in heads again.
    `by_heads`: the report is of projects, so that heads which stand beside each other and end with 项目 name them.
    """
    forms = tuple(forms_of(paper))
    known = Mentions((*listed, tuple(dict.fromkeys(one.project for one in forms))))
    return (*forms, *_sections(paper, known, by_heads=by_heads))


# ── Forms ────────────────────────────────────────────────────────────────────────────────────────


def forms_of(paper: Paper) -> Iterator[Region]:
    """Yield the forms: each begins where it names its project, and ends where the next does, or a chapter begins."""
    begun: tuple[int, str] | None = None
    end = 0
    for block in paper.body:
        chapter = isinstance(block, Paragraph) and _level(fold(paper.text, block.span).text)[0] in (0, 1)
        marks = list(_marks(paper, block))
        for at, name in marks:
            if begun is not None:
                yield Region(Span(begun[0], at), begun[1])
            begun = at, name
        if chapter and not marks and begun is not None:
            yield Region(Span(begun[0], block.span.start), begun[1])
            begun = None
        end = block.span.end
    if begun is not None:
        yield Region(Span(begun[0], end), begun[1])


def _marks(paper: Paper, block: Block) -> Iterator[tuple[int, str]]:
    """Yield where a block names the project that it is of, with its name."""
    if isinstance(block, Paragraph):
        match = _NAMED.match(fold(paper.text, block.span).text)
        name = _name(match["name"]) if match is not None else None
        if name is not None:
            yield block.span.start, name
        return
    for row in range(block.rows):
        yield from _marks_in_row(paper, block, row)


def _marks_in_row(paper: Paper, table: Table, row: int) -> Iterator[tuple[int, str]]:
    cells = [(one, fold(paper.text, one.span).text) for one in table.cells if one.row == row]
    if any(column_of([words]).role in _OF_COLUMNS for _, words in cells if words):
        return
    for at, (cell, words) in enumerate(cells):
        match = _NAMED.match(words)
        if match is None:
            continue
        behind = next((said for _, said in cells[at + 1 :] if said), "")
        name = _name(match["name"] or behind)
        if name is not None:
            yield cell.span.start, name


def _name(words: str) -> str | None:
    return None if _NO_NAME.fullmatch(words) else project_named(words)


# ── Sections ─────────────────────────────────────────────────────────────────────────────────────


def _sections(paper: Paper, known: Mentions, *, by_heads: bool) -> Iterator[Region]:
    heads = [
        head
        for block in paper.body
        if isinstance(block, Paragraph)
        and (head := _head(fold(paper.text, block.span).text, block.span.start, known)) is not None
    ]
    if by_heads:
        heads = list(_with_siblings(paper, heads))
    end = paper.body[-1].span.end if paper.body else 0
    for at, head in enumerate(heads):
        if head.project:
            stop = next((one.at for one in _after(heads, at) if _ends(one, head, heads, at)), end)
            yield Region(Span(head.at, stop), head.project)


def _head(words: str, at: int, known: Mentions) -> _Head | None:
    """Give the head that a paragraph begins with; None where it is numbered by nothing and names no project."""
    level, number, bare = _level(words)
    counted = _COUNTED.match(bare)
    named = project_named(_ABOUT_END.sub("", counted["name"])) if counted is not None else None
    if named is None:
        named = _known_in(bare, known, level)
    if level is None and named is None:
        return None
    return _Head(at, level, number, (known.same(named) or named) if named else "")


_ABOUT_END = re.compile(r"(?:的?(?:支出)?(?:绩效)?(?:自评|评价|实施|完成)?(?:情况|结果|报告|表))$")


def _known_in(bare: str, known: Mentions, level: int | None) -> str | None:
    """Give the project that a head names and says no more than that it tells of it."""
    label = _LABEL.match(bare)
    if label is None or (level is None and bare[label.end("label") :][:1] not in ("", ":")):
        return None
    words = label["label"]
    found = next(known.of(words), None)
    if found is None or found.start or _ABOUT.fullmatch(words, found.end) is None:
        return None
    return found.project


def _with_siblings(paper: Paper, heads: Sequence[_Head]) -> Iterator[_Head]:
    """Yield the heads; those of one level one after another that end with 项目 name projects where there are several."""
    named = {
        one.at: _project_head(paper, one, heads, at)
        for at, one in enumerate(heads)
        if not one.project and one.level is not None
    }
    for at, one in enumerate(heads):
        name = named.get(one.at)
        beside = chain(_beside(_before(heads, at), one), _beside(_after(heads, at), one))
        several = name is not None and any(each.project or named.get(each.at) for each in beside)
        yield _Head(one.at, one.level, one.number, name) if name is not None and several else one


def _beside(heads: Iterable[_Head], own: _Head) -> Iterator[_Head]:
    """Yield the heads of one level up to where one above them begins."""
    for one in heads:
        if one.level is not None and own.level is not None and one.level < own.level:
            return
        if one.level == own.level:
            yield one


def _project_head(paper: Paper, head: _Head, heads: Sequence[_Head], at: int) -> str | None:
    """Give the project that a head names, if it does so by itself or by the score that its section tells."""
    stop = paper.text.find("\n", head.at)
    words = fold(paper.text, Span(head.at, stop if stop > 0 else len(paper.text))).text
    label = _LABEL.match(_level(words)[2])
    if label is None or len(label["label"]) > MAX_NAME:
        return None
    name = label["label"]
    if _PROJECT.fullmatch(name):
        return None if _GENERAL.fullmatch(name) else project_named(name)
    if not _SCORED.fullmatch(name):
        return None
    end = next((one.at for one in _after(heads, at) if _ends(one, head, heads, at)), len(paper.text))
    end = min(end, head.at + MAX_SECTION)
    return project_named(name) if _SCORE.search(fold(paper.text, Span(head.at, end)).text) else None


def _after(heads: Sequence[_Head], at: int) -> Iterator[_Head]:
    return (heads[place] for place in range(at + 1, len(heads)))


def _before(heads: Sequence[_Head], at: int) -> Iterator[_Head]:
    return (heads[place] for place in range(at - 1, -1, -1))


def _level(words: str) -> tuple[int | None, str, str]:
    """Give how deep a paragraph is numbered, its number, and its words without it."""
    match = _NUMBERED.match(words)
    if match is None:
        return None, "", words
    kind = match.lastgroup or ""
    return _LEVELS.index(kind), match[kind], words[match.end() :]


def _ends(head: _Head, own: _Head, heads: Sequence[_Head], at: int) -> bool:
    """Whether a head ends the section of another, which stands at `at`: one that names a project does, and one not below it.

    A section whose head has no number may hold chapters that are counted anew, from 一.
    """
    if head.project:
        return (
            head.level is None or own.level is None or head.level <= own.level or head.project != own.project
        )
    if own.level is not None:
        return head.level is not None and head.level <= own.level
    if head.level is None or head.level > _UNNUMBERED:
        return False
    first = next(one for one in _after(heads, at) if one.level is not None and one.level <= _UNNUMBERED)
    return first.number != "一"
