"""What the words say that there is none of: 无政府采购, 未安排出国（境）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.documents.figures.folded import Folded, plain
from jixiao.documents.figures.lexicon import BUDGET, Entry, Lexicon
from jixiao.documents.figures.numbers import Number
from jixiao.documents.figures.subject import Subject
from jixiao.documents.figures.words import FILLERS, NONE, YEAR
from jixiao.documents.figures.write import Writer
from jixiao.model.reading import ReadFigure

_ALL_NONE = re.compile("均为?[无零]|都没有|均未发生")
_STOP = re.compile(r"[。;\n!?]")
REACH = 34
BEFORE = 14
"""How far before the word its year may stand."""


def none_said(
    passage: Folded, found: Sequence[Number], lexicon: Lexicon, writer: Writer
) -> Iterator[ReadFigure]:
    """Yield the items that words say there is none of, where no number says so too."""
    text = passage.text
    for match in _ALL_NONE.finditer(text):
        starts = [one.end() for one in _STOP.finditer(text, 0, match.start())]
        start = max([0, *starts, *(one.unit_end for one in found if not one.why and one.unit_end <= match.start())])
        for name in lexicon.names_in(text[start : match.start()]):
            entry = _entry(name.entries, "", lexicon)
            if entry is not None:
                yield writer.none(passage, match.end() - 1, match.end(), Subject(entry.item.name, entry.item))
    for match in NONE.finditer(text):
        stop = _STOP.search(text, match.end())
        sentence = len(text) if stop is None else stop.start()
        comma = re.search(r"[,、]", text[match.end() : sentence])
        limit = min(match.end() + REACH, sentence, match.end() + comma.start() if comma else sentence)
        said = [one for one in found if not one.why and match.end() <= one.start < sentence]
        if any(one.start < limit or _is_nothing(one) for one in said):
            continue
        name = next(iter(lexicon.names_in(text[match.end() : limit])), None)
        if name is None or FILLERS.fullmatch(text[match.end() : match.end() + name.start]) is None:
            continue
        if text[match.end() + name.end : limit].startswith("收支"):
            for side in ("收入", "支出"):
                item = lexicon.items.get(
                    plain(text[match.end() + name.start : match.end() + name.end]) + side
                )
                if item is not None:
                    yield writer.none(
                        passage, match.start("word"), match.end("word"), Subject(item.name, item)
                    )
            continue
        entry = _entry(name.entries, text[match.end() + name.end : limit], lexicon)
        if entry is not None:
            said = YEAR.findall(text[max(0, match.start() - BEFORE) : match.start()])
            year = int(said[-1]) if said else None
            subject = Subject(entry.item.name, entry.item)
            yield writer.none(passage, match.start("word"), match.end("word"), subject, year)


def _entry(entries: Sequence[Entry], behind: str, lexicon: Lexicon) -> Entry | None:
    """Give what there is none of: people and vehicles are counted, everything else is an amount of money."""
    amounts = [one for one in entries if not one.item.unit.dimension.is_ratio]
    amounts = [one for one in amounts if not one.short] or amounts
    if not amounts:
        return None
    first = amounts[0]
    if first.side == BUDGET and "预算" not in behind:
        twin = lexicon.twin(first.item, "决算")
        return first if twin is None else Entry(first.surface, twin, "决算")
    return first


def _is_nothing(number: Number) -> bool:
    return not number.digits.strip("0.,万亿")
