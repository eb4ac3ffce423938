"""Numbers that are told in turn: 各是12.5、3万元; 分别占97.59%、2.10%、0.32%."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.dataclass import replace
from jixiao.documents.figures.context import Context
from jixiao.documents.figures.folded import Folded
from jixiao.documents.figures.lexicon import Lexicon
from jixiao.documents.figures.measured import is_less, measure_of
from jixiao.documents.figures.numbers import Number
from jixiao.documents.figures.subject import Subject, find_subject, side_of
from jixiao.documents.figures.words import SEVERAL
from jixiao.documents.figures.write import Told, Writer
from jixiao.model.reading import Measure, ReadFigure

_IN_TURN = re.compile(r"(?:分别|依次|各)(?:为|是|占|达|有|增长|下降|增加|减少|完成)*$")
_BETWEEN = ("、", ",", "和", "及", "与")


def runs(text: str, found: Sequence[Number]) -> Iterator[list[Number]]:
    """Yield the numbers one by one, those that are told in turn together."""
    place = 0
    while place < len(found):
        run = [found[place]]
        turn = not run[0].why and _IN_TURN.search(text, max(0, run[0].start - 12), run[0].start) is not None
        while place + len(run) < len(found) and not run[0].why:
            last, following = run[-1], found[place + len(run)]
            if following.why or text[last.unit_end : following.start] not in _BETWEEN:
                break
            if not (turn or not last.unit):
                break
            run.append(following)
        if len(run) > 1 and not turn and not run[-1].unit:
            yield from ([one] for one in run)  # each for itself: from none of them on is it otherwise
        else:
            yield run
        place += len(run)


def in_turn(
    passage: Folded, region: str, run: Sequence[Number], context: Context, lexicon: Lexicon, writer: Writer
) -> Iterator[ReadFigure]:
    """Yield numbers told in turn of as many names before them, or of the values told last."""
    unit = run[-1].unit
    measure = measure_of(_IN_TURN.sub("", region) + _verb(region), run[0] if run[0].unit else run[-1])
    words = SEVERAL.sub("", _IN_TURN.sub("", region)).rstrip(":,")
    subjects = _subjects(words, unit, run, context, lexicon, measure)
    for place, number in enumerate(run):
        own = number if number.unit else replace(number, unit=unit)
        if place >= len(subjects) or not own.unit:
            writer.leave(passage, number, "几个数连写，分不清各是哪一项")
            continue
        less = measure is not None and is_less(_IN_TURN.sub("", region) + _verb(region))
        told = Told(less=less, base="上年", of=context.whole)
        figure = writer.figure(passage, own, subjects[place], measure or Measure.VALUE, told)
        if measure is None:
            context.values.append(figure)
            context.subject = subjects[place]
        yield figure


def _verb(region: str) -> str:
    match = _IN_TURN.search(region)
    return re.sub("分别|依次|各", "", match[0]) if match else ""


def _subjects(
    words: str, unit: str, run: Sequence[Number], context: Context, lexicon: Lexicon, measure: Measure | None
) -> list[Subject]:
    count = len(run)
    found = list(lexicon.names_in(words))
    if len(found) >= count:
        context.names, context.listed = found[-count:], words
    elif measure is None and len(context.names) == count and len(re.sub("[、和及与]", "", words)) <= 6:
        tail = words
        words = context.listed
        last = context.names[-1].end
        words = words[:last] + tail
        return [_named(words, one.start, one.end, tail, unit, context, lexicon) for one in context.names]
    elif len(context.values) >= count and not found:
        return [Subject(one.item, lexicon.items.get(one.item)) for one in context.values[-count:]]
    else:
        parts = [one for one in re.split("[、和,及与]", words) if one][-count:]
        named = [find_subject(one, unit, lexicon, context.around) for one in parts]
        return [one for one in named if one is not None] if all(named) and len(named) == count else []
    tail = words[found[-1].end :]
    if not side_of(tail) and found[-1].entries[0].explicit:
        tail += found[-1].entries[0].side
    return [_named(words, one.start, one.end, tail, unit, context, lexicon) for one in found[-count:]]


def _named(
    words: str, start: int, end: int, tail: str, unit: str, context: Context, lexicon: Lexicon
) -> Subject:
    subject = find_subject(words[start:end] + tail, unit, lexicon, context.around)
    if subject is None:
        return Subject(words[start:end])
    side = side_of(tail)
    twin = lexicon.twin(subject.item, side) if subject.item is not None and side else None
    return subject if twin is None else Subject(twin.name, twin)
