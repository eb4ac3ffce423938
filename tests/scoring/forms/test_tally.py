"""Tally: a list of which the number met earns points."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given, strategies as st

from jixiao.scoring.scale.said import own
from jixiao.scoring.sentence.at import read_at
from shared.sentences.standards import losses, meaning, met, misrating, refusal

LIST = (
    "①依据充分；②程序规范；③目标明确。全部符合得5分，符合其中两项得3分，符合其中一项得1分，均不符合不得分。"
)
WORDS = ("依据充分", "程序规范", "目标明确", "论证充足", "分工清楚")
NUMERALS = "一两三四五"


@st.composite
def tallies(draw):
    """Draw a sentence and what each number of its items earns, from none up."""
    size = draw(st.integers(2, 5))
    steps = draw(st.lists(st.integers(0, 6), min_size=size + 1, max_size=size + 1))
    earned = [Fraction(sum(steps[: place + 1]), 2) for place in range(size + 1)]
    earned[-1] += Fraction(1, 2)
    listed = "；".join(f"{mark}{words}" for mark, words in zip("①②③④⑤", WORDS[:size], strict=False))
    do = draw(st.sampled_from(("符合", "满足", "达到")))
    rungs = [f"全部{do}得{float(earned[-1]):g}分"]
    rungs += [
        f"{do}其中{NUMERALS[count - 1]}项得{float(earned[count]):g}分" for count in range(size - 1, 0, -1)
    ]
    rungs.append(f"均不{do}得{float(earned[0]):g}分")
    order = draw(st.permutations(rungs))
    return f"{listed}。{'，'.join(order)}。", earned


@given(tallies())
def test_every_choice_of_items_earns_by_how_many_there_are(drawn):
    """Whichever items are met, only their number counts."""
    sentence, earned = drawn
    size = len(earned) - 1
    meant = meaning(sentence, points=earned[-1])
    for count in range(size + 1):
        for items in combinations(range(1, size + 1), count):
            [way] = meant.outcomes(own(met(*items)))
            found = way.outcome
            assert (found.low, found.high) == (earned[count], earned[count]), (sentence, items)
            assert earned[-1] - sum(loss.points for loss in found.losses) == earned[count]


@given(tallies())
def test_reading_the_canonical_text_gives_the_same(drawn):
    """The canonical sentence is understood as the sentence it was written from."""
    sentence, earned = drawn
    first = meaning(sentence, points=earned[-1])
    again = meaning(first.standard.canonical(), points=earned[-1])
    assert again.standard.form == first.standard.form


def test_what_is_met_and_by_which_clause_is_said():
    """A loss names the clause that earns less."""
    assert losses(LIST, met(1, 3)) == [
        ("2", "符合其中两项得3分", "达到的项：1、3（共3项），按条款“符合其中两项得3分”得3分")
    ]
    assert losses(LIST, met(1, 2, 3)) == []


def test_items_that_are_not_there():
    """A rating may only name items of the list."""
    assert misrating(LIST, met(4)) == "评分标准只有3项，没有第4项"


def test_items_are_named_by_words_too():
    """As in any list."""
    found = read_at("依据充分；目标明确", meaning(LIST))
    assert found == {"": met(1, 3)}


@pytest.mark.parametrize(
    ("sentence", "message"),
    [
        (
            "①甲；②乙；③丙；④丁。全部符合得5分，符合其中两项得3分，符合其中一项得1分",
            "没有写明符合其中3项得几分",
        ),
        ("①甲；②乙。全部符合得4分，符合其中一项得1分", "分值5与句中4分不符"),
        (
            "①甲；②乙；③丙。全部符合得5分，符合其中两项得3分，符合其中两项得1分，符合其中一项得1分",
            "无法理解",
        ),
        ("①甲；②乙。全部符合得5分，符合其中一项得1分，均不符合得2分", "无法理解"),
    ],
)
def test_what_is_missing_or_contradicts_is_refused(sentence, message):
    """A number of which nothing is said, or twice, or more for less."""
    assert message in refusal(sentence)[1]
