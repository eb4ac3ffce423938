"""Two values of one item in one sentence: which is the whole, and what can't be told apart."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction

from jixiao.dataclass import replace
from jixiao.documents.figures.folded import plain
from jixiao.documents.figures.write import SCALE
from jixiao.documents.paper import Paper, Paragraph
from jixiao.language.span import Span
from jixiao.model.reading import Measure, ReadFigure
from jixiao.model.ruleset import Item

ROUNDED = Fraction(1, 200)
"""How far two amounts may lie apart that are one: 15,864.85万元（约1.59亿元）."""
REACH = 40
"""How far before a number its name is looked for."""
_ENDS = re.compile(r"[。！？!?；;]|\n\s*\n")


def with_rivals(
    paper: Paper, figures: Iterable[ReadFigure], items: Mapping[str, Item]
) -> Iterator[ReadFigure]:
    """Yield the figures of a report in their order; in running text, those that rival others of their sentence in doubt.

    What the text calls by its full name is none of several kinds: two such values contradict each other.
    """
    paragraphs = [one.span for one in paper.blocks if isinstance(one, Paragraph)]
    sentence: list[ReadFigure] = []
    told: list[ReadFigure] = sorted(figures, key=lambda one: one.span.start)
    at, end, last = 0, 0, 0
    full: set[Span] = set()
    for one in told:
        if _is_called(paper.text[max(last, one.span.start - REACH) : one.span.start], items.get(one.item)):
            full.add(one.span)
        last = one.span.end
        while at < len(paragraphs) and paragraphs[at].end <= one.span.start:
            at += 1
        in_text = at < len(paragraphs) and paragraphs[at].start <= one.span.start
        if not in_text or one.span.start >= end:
            yield from _doubted(sentence, full)
            sentence = []
        if not in_text:
            yield one
            continue
        if one.span.start >= end:
            stop = _ENDS.search(paper.text, one.span.end, paragraphs[at].end)
            end = paragraphs[at].end if stop is None else stop.start()
        sentence.append(one)
    yield from _doubted(sentence, full)


def _is_called(words: str, item: Item | None) -> bool:
    """Whether words before a number call its item by its name, or by an alias."""
    said = plain(words)
    return item is not None and any(plain(name) in said for name in (item.name, *item.aliases))


def _doubted(sentence: Sequence[ReadFigure], full: Collection[Span]) -> Iterator[ReadFigure]:
    """Yield figures of a sentence; those of one thing that differ are doubtful, but for the sum of the rest."""
    groups: dict[_Thing, list[ReadFigure]] = {}
    for one in filter(_is_certain, sentence):
        groups.setdefault(_thing(one), []).append(one)
    apart = {thing: sum(map(_amount, group)) for thing, group in groups.items() if _differ(group)}
    for one in sentence:
        thing = _thing(one)
        is_sum = thing in apart and 2 * _amount(one) == apart[thing]
        if not _is_certain(one) or thing not in apart or is_sum or one.span in full:
            yield one
            continue
        other = next(each for each in groups[thing] if each.value != one.value)
        yield replace(one, doubts=(*one.doubts, f"同一句还有一个“{one.item}”：{other.value}{other.unit}"))


_Thing = tuple[str, int | None, str | None]


def _thing(figure: ReadFigure) -> _Thing:
    return figure.item, figure.year, figure.project


def _is_certain(figure: ReadFigure) -> bool:
    return figure.known and figure.measure is Measure.VALUE and not figure.doubts and _amount(figure) != 0


def _differ(group: Sequence[ReadFigure]) -> bool:
    """Whether figures of one thing are not all the same amount; other units of the same digits are no rivals."""
    amounts = [_amount(one) for one in group]
    return len({one.value for one in group}) > 1 and max(amounts) - min(amounts) > ROUNDED * max(amounts)


def _amount(figure: ReadFigure) -> Fraction:
    """Give an amount that is told in a number and a unit; 0 where it is told otherwise, or is a rate."""
    digits = figure.value.replace(",", "")
    if not re.fullmatch(r"\d+(?:\.\d+)?", digits) or figure.unit in ("%", "‰", ""):
        return Fraction(0)
    return Fraction(digits) * SCALE.get(figure.unit, Fraction(1))
