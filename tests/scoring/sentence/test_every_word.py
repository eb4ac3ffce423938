"""Every word of a sentence is accounted for: what is changed in it changes what it means, or it is refused.

The edits are those of `shared/sentences/edits.py`; which of them are tried of a sentence is drawn by its own text, so that
every run tries the same.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from jixiao.language.error import LanguageError
from jixiao.scoring.sentence.meaning import Meaning, meaning_of
from jixiao.scoring.sentence.understand import understand
from shared.sentences.edits import DISGUISED, HARMLESS, added, broken, edits
from shared.sentences.examples import Example, examples

EXAMPLES = [one for one in examples() if not (one.refused or one.gap)]


def reread(example: Example, text: str) -> Meaning | None:
    """Give what another sentence means in the place of an example's; None where it is refused."""
    try:
        return meaning_of(understand(text, example.name, example.points), example.reading)
    except LanguageError:
        return None


def is_as_before(example: Example, text: str) -> bool:
    """Whether another sentence is understood, and just as the example is."""
    found, before = reread(example, text), example.meaning()
    return found is not None and found.standard == before.standard and before.is_same(found)


def drawn(example: Example) -> random.Random:
    """Give a source of choices that is the same in every run."""
    return random.Random(example.text)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_a_number_negation_comparison_or_unit_changes_what_it_means(example: Example) -> None:
    """Changed or dropped, it means otherwise or is refused, wherever it stands."""
    unseen = [str(edit) for edit in edits(example.text) if is_as_before(example, edit.text)]
    assert not unseen


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_a_rule_in_disguise_is_never_passed_over(example: Example) -> None:
    """A clause that changes the score without a word of scoring is refused, or held by the meaning."""
    draw = drawn(example)
    for clause in draw.sample(DISGUISED, 3):
        text = added(example.text, clause, draw)
        assert not is_as_before(example, text), text


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_a_line_break_changes_nothing_or_is_refused(example: Example) -> None:
    """It ends a clause only where a clause ends."""
    draw = drawn(example)
    for text in broken(example.text, draw, 3):
        assert reread(example, text) is None or is_as_before(example, text), text


@pytest.mark.parametrize("remark", HARMLESS)
def test_a_remark_that_changes_no_score_is_shown(remark: str) -> None:
    standard = understand(f"执行率≥90%的得5分，否则不得分。{remark}。", "执行率", 5)
    assert [str(one) for one in standard.remarks] == [remark]


def remarks_of(examples: list[Example]) -> Iterator[str]:
    """Yield every remark of understood sentences."""
    for example in examples:
        yield from map(str, example.standard().remarks)


def test_remarks_hold_nothing_that_is_told_by_a_number_or_a_negation() -> None:
    for remark in remarks_of(EXAMPLES):
        assert not any(sign in remark for sign in "0123456789不未没无非扣得加减除"), remark
