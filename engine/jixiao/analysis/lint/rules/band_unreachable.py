"""A band, or an 否则, that no value reaches: others have all of it."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.counted import occurs
from jixiao.analysis.lint.found import Found, Lint, each_sentence
from jixiao.analysis.lint.measured import Measured, measured_in
from jixiao.analysis.lint.rules.band_contested import SETTLED
from jixiao.analysis.lint.sentence import Sentence
from jixiao.language.standard import Clause, Else
from jixiao.model.lint import LintRule
from jixiao.scoring.scale.lowered import Lowered
from jixiao.scoring.scale.message import Message
from jixiao.scoring.scale.readings import Reading
from jixiao.scoring.scale.scale import Earned


def find(sentence: Sentence) -> Iterator[Found]:
    """Yield every band without a value of its own, and an 否则 after bands that leave none."""
    meaning = sentence.meaning
    bands = [part for part in meaning.standard.form.parts() if part.span is not None] if meaning else []
    if meaning is None or not bands:
        return
    measured = measured_in(sentence)
    reached = {earned.part for way in _ways(sentence) for one in measured for earned in _occurring(way, one)}
    for part in bands:
        if part not in reached:
            yield Found(
                sentence.spot(part.span),
                f"“{part.clause}”这一档没有数能达到：它的数都归了别的条款。请核对界限，或删去这一档",
            )
    silent = (Message.GAP, Message.OTHERWISE, Message.OTHERWISE_SILENT)
    if len(measured) == len(meaning.terms) == 1 and not any(
        earned.said.message in silent for earned in _occurring(meaning.ways[0], measured[0])
    ):
        yield from _idle_else(sentence)


def _occurring(way: Lowered, measured: Measured) -> Iterator[Earned]:
    """Yield what is earned wherever a value can lie."""
    return (stretch.what for stretch in measured.of(way).scale if occurs(stretch, measured.unit))


def _ways(sentence: Sentence) -> Iterator[Lowered]:
    """Yield the sentence with each shared end on either side."""
    assert sentence.meaning is not None
    asks = Reading.SHARED_END in sentence.meaning.asks
    for whose in SETTLED if asks else SETTLED[:1]:
        yield sentence.read({Reading.SHARED_END: whose})


def _idle_else(sentence: Sentence) -> Iterator[Found]:
    for entry in sentence.entries:
        if isinstance(entry, Clause) and any(isinstance(one, Else) for one in entry.subject):
            yield Found(
                sentence.spot(entry.span),
                "以上各档已包括所有的数，“否则”这一条用不到。请核对界限，或删去这一条",
            )


LINT = Lint(LintRule("band-unreachable", "有一档永远达不到", "warning"), each_sentence(find))
