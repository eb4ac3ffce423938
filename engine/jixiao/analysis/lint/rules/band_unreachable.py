"""A band, or an 否则, that no value reaches: others have all of it."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.found import Found, Lint, each_sentence
from jixiao.analysis.lint.sentence import Sentence
from jixiao.analysis.lint.value_range import ANY
from jixiao.language.standard import Clause, Else
from jixiao.model.lint import LintRule
from jixiao.scoring.forms.bands.bands import Bands


def find(sentence: Sentence) -> Iterator[Found]:
    """Yield every band without a value of its own, and an 否则 after bands that leave none."""
    standard = sentence.standard
    if standard is None or not isinstance(standard.form, Bands):
        return
    every = sentence.stretches_within(ANY)
    claimed = [band for one in every if not one.guarded for band in one.claimants]
    for band in standard.form.bands:
        if not any(band is one for one in claimed):
            yield Found(
                sentence.spot(band.interval.span),
                f"“{band.clause}”这一档没有数能达到：它的数都归了别的条款。请核对界限，或删去这一档",
            )
    if all(one.claimants or one.guarded for one in every):
        yield from _idle_else(sentence)


def _idle_else(sentence: Sentence) -> Iterator[Found]:
    for entry in sentence.entries:
        if isinstance(entry, Clause) and any(isinstance(one, Else) for one in entry.subject):
            yield Found(
                sentence.spot(entry.span),
                "以上各档已包括所有的数，“否则”这一条用不到。请核对界限，或删去这一条",
            )


LINT = Lint(LintRule("band-unreachable", "有一档永远达不到", "warning"), each_sentence(find))
