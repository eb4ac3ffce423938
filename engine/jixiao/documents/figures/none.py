"""What the words say that there is none of: 无政府采购, 未安排出国（境）."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from jixiao.documents.figures.folded import Folded, plain
from jixiao.documents.figures.lexicon import BUDGET, Entry, Lexicon
from jixiao.documents.figures.numbers import Number
from jixiao.documents.figures.subject import Subject
from jixiao.documents.figures.words import FILLERS, NONE, YEAR
from jixiao.documents.figures.write import Writer
from jixiao.model.reading import ReadFigure

_ALL_NONE = re.compile("均为?[无零]|都没有|均未发生")
_STOPS = "。;\n!?"
_STOP = re.compile(f"[{_STOPS}]")
REACH = 34
BEFORE = 14
"""How far before the word its year may stand."""


def none_said(
    passage: Folded, found: Sequence[Number], lexicon: Lexicon, writer: Writer
) -> Iterator[ReadFigure]:
    """Yield the items that words say there is none of, where no number says so too."""
    of_lists = _all_none(passage, found, lexicon, writer)
    yield from dict.fromkeys([*of_lists, *_none_behind(passage, lexicon, writer)])
    for match in NONE.finditer(passage.text):
        limit = _limit(passage.text, match.end(), found)
        if limit is not None:
            yield from _one_none(passage, match, limit, lexicon, writer)


def _all_none(
    passage: Folded, found: Sequence[Number], lexicon: Lexicon, writer: Writer
) -> Iterator[ReadFigure]:
    """Yield the items of a list that is said to be none in all: 经营支出、上缴上级支出均无."""
    text, done = passage.text, 0
    for match in _ALL_NONE.finditer(text):
        start = max(text.rfind(sign, 0, match.start()) for sign in _STOPS) + 1
        before = found[: bisect_left(found, match.start(), key=lambda one: one.start)]
        start = next((max(start, one.unit_end) for one in reversed(before) if not one.why), start)
        names = lexicon.names_in(text[max(start, done) : match.start()])
        done = match.end()
        for name in names:
            entry = _entry(name.entries, "", lexicon)
            if entry is not None:
                subject = Subject(entry.item.name, entry.item)
                yield writer.none(passage, match.end() - 1, match.end(), subject)


_BEHIND = re.compile(
    "(?P<when>年初|全年|当年|本年|年内)?(?P<word>没有安排|没有发生|未发生|未安排|未列支|为零|无)(?:预算|支出)?(?=[,;。)、\n]|$)"
)


def _none_behind(passage: Folded, lexicon: Lexicon, writer: Writer) -> Iterator[ReadFigure]:
    """Yield what a clause names first and then says that there is none of: 因公出国费年初未安排."""
    text = passage.text
    for match in _BEHIND.finditer(text):
        start = max(text.rfind(sign, 0, match.start()) for sign in _CLAUSE) + 1
        names = list(lexicon.names_in(text[start : match.start()]))
        if not names or FILLERS.fullmatch(text[start + names[-1].end : match.start()]) is None:
            continue
        entry = _entry(names[-1].entries, "", lexicon)
        if entry is None:
            continue
        item = lexicon.twin(entry.item, BUDGET) if match["when"] == "年初" else None
        item = entry.item if item is None else item
        yield writer.none(passage, match.start("word"), match.end("word"), Subject(item.name, item))


_CLAUSE = ",;。:\n"


def _limit(text: str, start: int, found: Sequence[Number]) -> int | None:
    """Give how far what there is none of may be named; None where a number says how much there is."""
    stop = _STOP.search(text, start)
    sentence = len(text) if stop is None else stop.start()
    comma = re.search(r"[,、]", text[start:sentence])
    limit = min(start + REACH, sentence, start + comma.start() if comma else sentence)
    first, last = (bisect_left(found, place, key=lambda one: one.start) for place in (start, sentence))
    said = [one for one in found[first:last] if not one.why]
    return None if any(one.start < limit or _is_nothing(one) for one in said) else limit


def _one_none(
    passage: Folded, match: re.Match[str], limit: int, lexicon: Lexicon, writer: Writer
) -> Iterator[ReadFigure]:
    text, start = passage.text, match.end()
    name = next(iter(lexicon.names_in(text[start:limit])), None)
    if name is None or FILLERS.fullmatch(text[start : start + name.start]) is None:
        return
    behind = text[start + name.end : limit]
    named = plain(text[start + name.start : start + name.end])
    both = [lexicon.items.get(named + side) for side in ("收入", "支出")] if behind.startswith("收支") else []
    entry = _entry(name.entries, behind, lexicon)
    items = [one for one in both if one is not None] or ([] if entry is None else [entry.item])
    years = YEAR.findall(text[max(0, match.start() - BEFORE) : match.start()])
    for item in items:
        subject, year = Subject(item.name, item), int(years[-1]) if years else None
        yield writer.none(passage, match.start("word"), match.end("word"), subject, year)


def _entry(entries: Sequence[Entry], behind: str, lexicon: Lexicon) -> Entry | None:
    """Give what there is none of: people and vehicles are counted, everything else is an amount of money."""
    amounts = [one for one in entries if not one.item.unit.dimension.is_ratio]
    amounts = [one for one in amounts if not one.short] or amounts
    if not amounts:
        return None
    first = next((one for one in amounts if one.side != BUDGET), amounts[0])
    if first.side == BUDGET and "预算" not in behind:
        twin = lexicon.twin(first.item, "决算")
        return first if twin is None else Entry(first.surface, twin, "决算")
    return first


def _is_nothing(number: Number) -> bool:
    return not number.digits.strip("0.,万亿")
