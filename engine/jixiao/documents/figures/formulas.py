"""Formulas written out in running text: 在职人员控制率=16/27×100%=59.26% tells two figures beside its result."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jixiao.dataclass import dataclass, replace
from jixiao.documents.figures.folded import Folded
from jixiao.documents.figures.lexicon import Lexicon, Terms
from jixiao.documents.figures.numbers import Number
from jixiao.documents.figures.subject import Subject, find_subject
from jixiao.documents.figures.words import cleaned
from jixiao.documents.figures.write import NO_UNIT, Told, Writer
from jixiao.model.reading import Measure, ReadFigure

_FORMULA = re.compile(r"(?P<name>[\u4e00-\u9fff()]{2,40})=(?P<body>[^,;。=<>≤≥\n]*[/÷][^,;。=<>≤≥\n]*)")
_BARE = re.compile(r"(?<=即)[^,;。=<>≤≥\n]*[/÷][^,;。=<>≤≥\n]*(?==)")
_HUNDRED = re.compile(r"[×*]100%?$")
_OPERATORS = re.compile(r"[-+/÷×*()\[\]]+")


@dataclass(frozen=True, slots=True)
class _Operand:
    number: Number
    label: str
    sign: str
    """The operators between it and the operand before it."""


def formulas(
    passage: Folded, found: Sequence[Number], lexicon: Lexicon, writer: Writer
) -> Iterator[tuple[Number, ReadFigure]]:
    """Yield the numbers of formulas with the figure that each is."""
    for match in _FORMULA.finditer(passage.text):
        start, body = match.start("body"), _HUNDRED.sub("", match["body"])
        operands = list(_operands(body, start, found))
        terms = _terms(match["name"], lexicon)
        for place, one in enumerate(operands):
            said = _said(operands, place, terms, lexicon)
            if said is None:
                continue
            subject, earlier = said
            year = writer.year if not earlier or writer.year is None else writer.year - 1
            number = replace(one.number, why="")
            yield (
                one.number,
                writer.figure(
                    passage,
                    number,
                    subject,
                    Measure.VALUE,
                    Told(year, doubts=() if one.number.unit else (NO_UNIT,)),
                ),
            )


def _operands(body: str, start: int, found: Sequence[Number]) -> Iterator[_Operand]:
    place = 0
    for number in found:
        at = number.start - start
        if not 0 <= at < len(body):
            continue
        between = body[place:at]
        place = max(number.end, number.unit_end) - start
        yield _Operand(number, _OPERATORS.sub("", between), "".join(_OPERATORS.findall(between)))


def _terms(name: str, lexicon: Lexicon) -> Terms | None:
    """Give what the numbers of a rate are of, by its name or by the end of it."""
    bare = re.sub(r"[()]", "", cleaned(name))
    return next(
        (known for at in range(len(bare)) if (known := lexicon.terms.get(bare[at:])) is not None), None
    )


def bare_formulas(text: str) -> list[range]:
    """Give where formulas stand that nothing names, 即113.95+152.34/113.95: their numbers are those told before."""
    return [range(*one.span()) for one in _BARE.finditer(text)]


def _said(
    operands: Sequence[_Operand], place: int, terms: Terms | None, lexicon: Lexicon
) -> tuple[Subject, bool] | None:
    """Tell what an operand is of, and whether it is last year's; None where nothing says."""
    one = operands[place]
    if one.label:
        subject = find_subject(one.label, one.number.unit, lexicon)
        return (
            None
            if subject is None or subject.item is None or subject.far
            else (subject, "上年" in one.label and not subject.name.startswith("上年"))
        )
    same = [each for each in operands[:place] if each.label and each.number.digits == one.number.digits]
    if same:
        return _said([same[0]], 0, terms, lexicon)
    if terms is None:
        return None
    signs = [re.sub(r"[()\[\]]", "", each.sign) for each in operands]
    if len(operands) == 2 and signs[1] in ("/", "÷"):
        item = (terms.numerator, terms.denominator)[place]
        return None if item is None else (Subject(item.name, item), False)
    if len(operands) == 3 and terms.change is not None and signs[1] == "-" and signs[2] in ("/", "÷"):
        return Subject(terms.change.name, terms.change), place > 0
    return None
