"""Where several forms claim the same clauses, they say the same of them, or the pair is listed with its reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product

import pytest
from hypothesis import given, strategies as st

from jixiao.curve.difference import difference
from jixiao.language.error import LanguageError
from jixiao.language.standard import Clause
from jixiao.scoring.forms.form import Form
from jixiao.scoring.forms.listed import FORMS
from jixiao.scoring.scale.lowered import Lowered
from jixiao.scoring.scale.readings import values_of
from jixiao.scoring.sentence import claiming, understand as understanding
from jixiao.scoring.sentence.meaning import meaning_of
from jixiao.scoring.sentence.standard import Standard
from jixiao.scoring.sentence.understand import understand
from jixiao.scoring.words.context import Context
from shared.oracle.scores import Rule
from shared.sentences.examples import Example, examples
from shared.sentences.strategies import any_rules
from shared.sentences.wording import NAME, write

EXAMPLES = [one for one in examples() if not (one.refused or one.gap) and one.form != "sum"]
"""Sums are what no form claims whole."""
INPUT, CHOICE, SCORE = "input", "choice", "score"
"""Scored by something else; something else can be chosen; other points of a value or a count."""
Difference = tuple[str, str, str]
DIFFERING: dict[Difference, str] = {
    ("target", "bands", CHOICE): "of a goal an assessor may also say whether it is reached; of bands never",
    (
        "linear",
        "bands",
        SCORE,
    ): "在0-5分之间计算确定 between two corners lies on their line; a band alone leaves it open",
    (
        "steps",
        "breaches",
        INPUT,
    ): "每少1篇扣1分 beside a goal goes from the goal, and the value is how many there are; alone, how many are missing",
    ("target", "binary", INPUT): "a goal may be met in part, and then has a value; an answer is yes or no",
    (
        "binary",
        "levels",
        INPUT,
    ): "two opposite clauses are answered with yes or no, without naming one of them",
    (
        "bands",
        "levels",
        INPUT,
    ): "下降, 持平 and 增长 are signs of the value, which is known without an assessor",
    (
        "checklist",
        "bonus",
        INPUT,
    ): "of a list it counts which items are met, not how many of something there are",
}
"""The pairs of forms, the one that is asked first in front, and why that one has the sentence."""


@dataclass(frozen=True)
class Claimed:
    """Clauses of a sentence that one form has claimed, and what it knew of the sentence."""

    clauses: tuple[Clause, ...]
    context: Context

    def forms(self) -> Iterator[Form]:
        """Yield every form that would claim them, in the order in which they are asked."""
        for recognise in (listed.recognise for listed in FORMS):
            try:
                form = recognise(self.clauses, self.context)
            except LanguageError:
                continue  # it would refuse them, were it asked before the form that has them
            if form is not None:
                yield form


def claimed(sentence: str, name: str, points: Fraction) -> Claimed:
    """Give the clauses that the form of a sentence has claimed, without what stands around it."""
    claims: list[Claimed] = []
    with pytest.MonkeyPatch.context() as patch:
        first = claiming.claim_of

        def listening(clauses: tuple[Clause, ...], context: Context) -> Form | None:
            form = first(clauses, context)
            if form is not None:
                claims.append(Claimed(clauses, context))
            return form

        for module in (claiming, understanding):
            patch.setattr(module, "claim_of", listening)
        understand(sentence, name, points)
    return claims[-1]


def ways(form: Form, points: Fraction, asks: tuple[str, ...]) -> list[Lowered]:
    """Give what a form says under every complete reading of what is asked."""
    every = (dict(zip(asks, chosen, strict=True)) for chosen in product(*map(values_of, asks)))
    return [
        way for given_readings in every for way in meaning_of(Standard(points, form), given_readings).ways
    ]


def differences(one: Form, other: Form, points: Fraction) -> set[str]:
    """Give in what two forms do not say the same, under some reading."""
    if one.takes != other.takes:
        return {INPUT}
    asked = (name for form in (one, other) for name in meaning_of(Standard(points, form), {}).asks)
    asks = tuple(dict.fromkeys(asked))
    kinds: set[str] = set()
    for mine, theirs in zip(ways(one, points, asks), ways(other, points, asks), strict=True):
        if [term.choice for term in mine.terms] != [term.choice for term in theirs.terms]:
            kinds.add(CHOICE)
        straight = bool(mine.pieces() and theirs.pieces())
        if (
            difference(mine.pieces(), theirs.pieces(), None) is not None
            if straight
            else scales(mine) != scales(theirs)
        ):
            kinds.add(SCORE)
    return kinds


def scales(way: Lowered) -> list[object]:
    """Give what decides the points on each scale."""
    return [tuple(stretch.holding(stretch.what.essence) for stretch in term.scale) for term in way.terms]


def differing(sentence: str, name: str, points: Fraction) -> set[Difference]:
    """Give the pairs of forms that claim a sentence and do not say the same of it, and in what."""
    forms = list(claimed(sentence, name, points).forms())
    return {
        (one.code, other.code, kind)
        for one, other in combinations(forms, 2)
        for kind in differences(one, other, points)
    }


def of_example(example: Example) -> set[Difference]:
    return differing(example.text, example.name, example.points)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_forms_that_claim_an_example_say_the_same_or_are_listed(example: Example) -> None:
    """A form that would claim what another has, earns the same by it under every reading."""
    assert of_example(example) <= set(DIFFERING)


def test_every_pair_that_is_listed_differs_somewhere() -> None:
    """A reason that no example needs any more is struck off."""
    assert set().union(*map(of_example, EXAMPLES)) == set(DIFFERING)


@given(st.data(), any_rules)
def test_forms_that_claim_any_sentence_say_the_same_or_are_listed(data: st.DataObject, rule: Rule) -> None:
    """Sentences that are drawn, in any words, too."""
    sentence = data.draw(write(rule), label="sentence")
    assert differing(sentence, NAME, rule.points) <= set(DIFFERING)


@pytest.mark.parametrize(
    ("sentence", "kinds"),
    [
        ("服务对象满意度达到90%的得满分，否则不得分。", {("target", "bands", CHOICE)}),
        ("≥95%，得5分；≤55%，得0分；在55%-95%之间，按线性插值法计算得分。", set()),
        ("①制度健全；②执行到位。每符合一项得2.5分。", {("checklist", "bonus", INPUT)}),
    ],
)
def test_what_differs_is_told(sentence: str, kinds: set[Difference]) -> None:
    """Two claims are compared by what decides the score, not by their words."""
    assert len(list(claimed(sentence, "服务对象满意度", Fraction(5)).forms())) > 1
    assert differing(sentence, "服务对象满意度", Fraction(5)) == kinds
