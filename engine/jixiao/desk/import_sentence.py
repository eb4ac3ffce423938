"""Which wording of an issued sentence is understood: as it stands, or with what stands in the columns beside it."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.rules.formula_unused import BY_FIGURES
from jixiao.dataclass import dataclass
from jixiao.language.error import LanguageError
from jixiao.language.standard import Interval
from jixiao.model.issued import IssuedIndicator, Piece
from jixiao.scoring.scale.said import OWN
from jixiao.scoring.sentence.meaning import meaning_of
from jixiao.scoring.sentence.row import read_target
from jixiao.scoring.sentence.standard import Standard
from jixiao.scoring.sentence.understand import understand

MAX_SENTENCE = 4_000
"""Longest sentence that is tried; longer ones no form takes."""
NONE_GIVEN = "（原表没有评分标准）"
"""What stands where a table says no sentence: the file loads, and lint asks for one."""
JOINED = "评分标准是几格连成的：{places}"
MENDED = "扫描的错字改了：“°”读作“。”"
TRIMMED = "评分标准末尾的“（…分）”是分值，没有写进句子"
WITH_TARGET = "目标“{target}”取自目标值一列"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The wording that goes into the file; `standard` is None where it is not understood, `error` says why."""

    sentence: Piece
    standard: Standard | None
    error: LanguageError | None = None
    target: str = ""
    how: str = ""
    """What was done to the wording; empty where it is as it stands."""

    @property
    def takes_value(self) -> bool:
        """Whether it scores a value, which a formula can give."""
        if self.standard is None:
            return False
        terms = meaning_of(self.standard, {}).terms
        return any(term.name == OWN and term.takes in BY_FIGURES for term in terms)


def choose_sentence(issued: IssuedIndicator, name: str) -> Chosen:
    """Give the first wording that is understood; else the sentence as it stands, with what is wrong in it."""
    if not issued.sentence.text:
        return Chosen(Piece(NONE_GIVEN), None)
    if issued.points is None:
        return Chosen(issued.sentence, None)
    first: LanguageError | None = None
    for sentence, target in _wordings(issued):
        try:
            standard = understand(
                sentence.text[:MAX_SENTENCE], name, issued.points, shared=bool(issued.choice), target=target
            )
        except LanguageError as error:
            first = first or error
            continue
        written = issued.target.text if target is not None and issued.target is not None else ""
        return Chosen(sentence, standard, target=written, how=_how(issued, sentence, written))
    return Chosen(issued.sentence, None, first)


def _wordings(issued: IssuedIndicator) -> Iterator[tuple[Piece, Interval | None]]:
    yield issued.sentence, None
    target = _target(issued)
    if target is not None:
        yield issued.sentence, target
    for wider in issued.wider:
        yield wider, None
        if target is not None:
            yield wider, target


def _target(issued: IssuedIndicator) -> Interval | None:
    try:
        return None if issued.target is None else read_target(issued.target.text)
    except LanguageError:
        return None


def _how(issued: IssuedIndicator, sentence: Piece, target: str) -> str:
    told = []
    if sentence.text != issued.sentence.text:
        is_shorter = len(sentence.text) < len(issued.sentence.text)
        is_mended = len(sentence.text) == len(issued.sentence.text)
        places = "、".join(f"{one.sheet} {one.cell}".strip() or str(one) for one in sentence.places)
        told.append(MENDED if is_mended else TRIMMED if is_shorter else JOINED.format(places=places))
    if target:
        told.append(WITH_TARGET.format(target=target))
    return "；".join(told)
