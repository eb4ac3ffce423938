"""Every example of a scoring sentence scores as it says, or is refused as it says."""

from __future__ import annotations

from fractions import Fraction

import pytest

from jixiao.language.error import LanguageError
from jixiao.model.evaluation import Beyond
from jixiao.scoring.forms.listed import FORMS
from jixiao.scoring.scale.said import RatingError
from jixiao.scoring.sentence.understand import understand
from shared.sentences.examples import LEFT_OUT, REFUSED, Example, examples, result_of, scored_as, wanted

AROUND = {"around", "readings", "refused", "items", "counts", "faults", "grades", "left", "measures"}
"""Files that speak of all forms, or of one kind of what a sum adds up."""
EXAMPLES = list(examples())
UNDERSTOOD = [example for example in EXAMPLES if not example.refused]
MENDED = [example for example in EXAMPLES if example.refused]


def params(some: list[Example]) -> list:
    """Give the examples as parameters; a gap must stay one, or lose its mark."""
    return [pytest.param(one, id=str(one), marks=[_still(one.gap)] if one.gap else []) for one in some]


def _still(gap: str) -> pytest.MarkDecorator:
    return pytest.mark.xfail(raises=(AssertionError, LanguageError), strict=True, reason=gap)


@pytest.mark.parametrize("example", params(UNDERSTOOD))
def test_a_sentence_scores_what_its_example_says(example: Example) -> None:
    """Each value, rating and fact gives the points that were worked out by hand."""
    assert example.standard().form.code == example.form
    for at, score in example.at.items():
        if score == REFUSED:
            with pytest.raises(RatingError):
                result_of(example, at)
            continue
        result = result_of(example, at)
        assert result.left_out == (score == LEFT_OUT), at
        if score != LEFT_OUT:
            assert (result.low, result.high) == wanted(score), at
        beyond = result.beyond or Beyond("", Fraction(0), Fraction(0))
        assert (beyond.high, beyond.low) == wanted(example.beyond.get(at, "0")), at


@pytest.mark.parametrize("example", [one for one in UNDERSTOOD if not one.gap], ids=str)
def test_its_canonical_words_mean_the_same(example: Example) -> None:
    """What the pages print as the machine's reading is read back as the same standard."""
    standard = example.standard()
    again = understand(standard.canonical(), example.name, example.points)
    if example.form != "sum":
        assert again == standard
        return
    for at, score in example.at.items():
        if score != REFUSED:
            first, second = result_of(example, at), scored_as(again, example, at)
            assert (first.low, first.high) == (second.low, second.high), at


@pytest.mark.parametrize("example", params(MENDED))
def test_a_sentence_is_refused_with_its_message(example: Example) -> None:
    """The message says what the example says it must, and points into the sentence."""
    with pytest.raises(LanguageError) as refusal:
        example.standard()
    assert example.error
    assert example.error in refusal.value.message
    start, end = refusal.value.position, refusal.value.position + refusal.value.length
    assert 0 <= start <= len(example.text)
    assert start < end <= max(len(example.text), start + 1)


@pytest.mark.parametrize("example", MENDED, ids=str)
def test_a_refused_sentence_comes_with_one_that_is_understood(example: Example) -> None:
    understand(example.mend, example.name, example.points)


def test_every_form_has_examples_and_every_file_a_form() -> None:
    modules = {listed.code for listed in FORMS}
    assert {example.file for example in EXAMPLES} - AROUND == modules
    for form in modules:
        own = [example for example in UNDERSTOOD if example.file == form and not example.gap]
        assert len(own) >= 3
        assert {example.form for example in own} == {form}
