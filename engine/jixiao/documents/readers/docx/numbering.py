"""Automatic numbers: what Word prints before a paragraph although no file contains it."""

from __future__ import annotations

import re

from jixiao.dataclass import dataclass, replace
from jixiao.documents.readers.docx.names import ALTERNATE, W, child, chosen, number, toggle, value
from jixiao.documents.readers.docx.numerals import numeral
from jixiao.documents.readers.docx.styles import Styles
from jixiao.documents.readers.xml import Element

LEVELS = 9
"""Levels of a list; Word has no more."""

MAX_PATTERN = 200
"""Longest pattern of a number (`第%1条`). Stops one from being written out before each of 10,000 paragraphs."""

_HOLE = re.compile(r"%([1-9])")
_SELF_SEPARATED = re.compile(r"[^\w.)%‰-]\Z")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list: how it counts, and how its number is written."""

    kind: str = "decimal"
    pattern: str = ""
    start: int = 0
    restarts_after: int | None = None
    """The level, from 1, after which (or one above it) it starts anew; 0 for never, None for any above it."""
    style: str | None = None
    is_plain: bool = False
    """Whether the levels above are written in digits too."""
    follow: str = "tab"


class Numbering:
    """Counts the paragraphs of a document's lists, in their order."""

    def __init__(self, root: Element | None, styles: Styles) -> None:
        self._styles = styles
        self._numbers = _by_id(root, "num", "numId")
        self._lists = _by_id(root, "abstractNum", "abstractNumId")
        self._levels: dict[str, dict[int, Level]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def before(self, properties: Element | None) -> str:
        """Count a paragraph and give its number with the space after it; empty where it has none."""
        style = self._styles.of_paragraph(properties)
        said = child(properties, "numPr")
        own, own_level = value(said, "numId"), value(said, "ilvl")
        identity, level_text = (own, own_level) if own else self._styles.numbering(style)
        abstract = self._list_of(identity)
        if identity is None or abstract is None:
            return ""
        levels = self._levels_of(identity)
        level = number(own_level if own_level is not None else level_text, 0)
        if not own:
            level = self._linked(levels, style, level)
        if level not in levels:
            return ""
        return _spaced(self._counted(identity, abstract, levels, level), levels[level])

    def _counted(self, identity: str, abstract: str, levels: dict[int, Level], level: int) -> str:
        counts = self._counts.setdefault(abstract, {})
        if (identity, level) not in self._begun:
            self._begun.add((identity, level))
            if self._start_override(identity, level) is not None:
                counts.pop(level, None)
        counts[level] = counts.get(level, levels[level].start - 1) + 1
        for below, one in levels.items():
            if below > level and (one.restarts_after is None or level < one.restarts_after):
                counts.pop(below, None)
        return _written(levels, level, counts)

    def _linked(self, levels: dict[int, Level], style: str | None, default: int) -> int:
        """Give the level that names the style, or one it is based on: that counts, not what the style says."""
        by_style = {one.style: at for at, one in levels.items() if one.style}
        return next((by_style[one] for one, _ in self._styles.chain(style) if one in by_style), default)

    def _list_of(self, identity: str | None) -> str | None:
        """Give the id of a number's list, through the style that may name it."""
        seen: set[str | None] = set()
        while identity in self._numbers and identity not in seen:
            seen.add(identity)
            abstract = value(self._numbers[identity], "abstractNumId")
            if abstract is None or abstract not in self._lists:
                return None
            link = value(self._lists[abstract], "numStyleLink")
            if link is None:
                return abstract
            identity = self._styles.numbering(link)[0]
        return None

    def _levels_of(self, identity: str) -> dict[int, Level]:
        if identity not in self._levels:
            abstract = self._list_of(identity)
            levels = _levels_in(self._lists[abstract]) if abstract else {}
            for override in self._numbers[identity].iterchildren(f"{W}lvlOverride"):
                levels.update(_levels_in(override))
            for at in levels:
                start = self._start_override(identity, at)
                if start is not None:
                    levels[at] = replace(levels[at], start=start)
            self._levels[identity] = levels
        return self._levels[identity]

    def _start_override(self, identity: str, level: int) -> int | None:
        for override in self._numbers[identity].iterchildren(f"{W}lvlOverride"):
            if override.get(f"{W}ilvl") == str(level):
                start = value(override, "startOverride")
                return None if start is None else number(start, 1)
        return None


def _by_id(root: Element | None, name: str, key: str) -> dict[str, Element]:
    found = [] if root is None else root.iterchildren(f"{W}{name}")
    return {one.get(f"{W}{key}", ""): one for one in found}


def _levels_in(element: Element) -> dict[int, Level]:
    levels = {}
    for one in element.iterchildren(f"{W}lvl"):
        at = number(one.get(f"{W}ilvl"), LEVELS)
        if 0 <= at < LEVELS:
            levels[at] = _level(one)
    return levels


def _level(element: Element) -> Level:
    restart = value(element, "lvlRestart")
    return Level(
        kind=_kind(element),
        pattern=(value(element, "lvlText") or "")[:MAX_PATTERN],
        start=number(value(element, "start"), 0),
        restarts_after=None if restart is None else number(restart, 0),
        style=value(element, "pStyle"),
        is_plain=bool(toggle(element, "isLgl")),
        follow=value(element, "suff") or "tab",
    )


def _kind(element: Element) -> str:
    """Give the name of a level's format, also where it stands in two ways for old and new programs."""
    said = value(element, "numFmt")
    for alternate in element.iterchildren(ALTERNATE):
        said = next((one.get(f"{W}val") for one in chosen(alternate)), said)
    return said or "decimal"


def _written(levels: dict[int, Level], level: int, counts: dict[int, int]) -> str:
    """Write a number by its level's pattern, in which %1 stands for the first level's count."""
    own = levels[level]
    if own.kind == "bullet":
        return ""

    def count(hole: re.Match[str]) -> str:
        at = int(hole[1]) - 1
        one = levels.get(at)
        if one is None or at > level or one.kind == "none":
            return ""
        kind = "decimal" if own.is_plain else one.kind
        return numeral(counts.get(at, one.start), kind)

    return _HOLE.sub(count, own.pattern)


def _spaced(text: str, level: Level) -> str:
    """Keep a number apart from what follows: 1.2022年 is no figure."""
    if not text or level.follow == "nothing" or _SELF_SEPARATED.search(text):
        return text
    return text if text.endswith(" ") else f"{text} "
