"""Two of several rules whose inputs are called nearly the same, so that a case is easily written to the wrong one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from jixiao.analysis.lint.found import Found, Lint, each_sentence
from jixiao.analysis.lint.sentence import Sentence
from jixiao.language.formula import plain_name
from jixiao.model.lint import LintRule
from jixiao.scoring.scale.said import Takes

SHORTEST = 4
"""Shorter names differ enough by one sign."""


def find(sentence: Sentence) -> Iterator[Found]:
    """Yield the later of two rules whose names differ by one sign at most."""
    meaning = sentence.meaning
    if meaning is None or meaning.takes != Takes.SEVERAL:
        return
    named = [term for term in meaning.terms if term.name and not term.is_given]
    for one, other in combinations(named, 2):
        if near(plain_name(one.name), plain_name(other.name)):
            yield Found(
                sentence.spot_of(other.clause),
                f"“{other.name}”和前面的“{one.name}”只差一个字，案例里容易写错。请改写其中一条，或合成一条",
            )


def near(one: str, other: str) -> bool:
    """Whether two names are the same but for one sign, which one of them may have more."""
    if min(len(one), len(other)) < SHORTEST or abs(len(one) - len(other)) > 1:
        return one == other
    start = next((place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return True
    return (
        one[start + 1 :] == other[start + 1 :]
        or one[start:] == other[start + 1 :]
        or one[start + 1 :] == other[start:]
    )


LINT = Lint(LintRule("term-names-alike", "两条的名称只差一个字", "info"), each_sentence(find))
