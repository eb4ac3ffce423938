"""Any text at all is understood, or refused at a place, in little time; and what is understood keeps the laws."""

import re
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import example, given, settings, strategies as st

from jixiao.language.error import LanguageError, Mishap
from jixiao.language.standard import MAX_SENTENCE_LENGTH
from jixiao.language.standard.tokens.patterns import PATTERNS
from jixiao.scoring.scale.said import Answer, At, Count, Given, Level, Met, RatingError, Taken, Value, own
from jixiao.scoring.sentence.meaning import Meaning, meaning_of
from jixiao.scoring.sentence.standard import Standard
from jixiao.scoring.sentence.understand import understand
from shared.effort import takes_less_than
from shared.sentences.soup import texts
from shared.sentences.strategies import fractions, readings
from shared.sentences.wording import NAME

SECONDS = 2
"""Several times what the slowest text takes; what once took squares of its length took more."""


def found_in(meaning: Meaning, value: Fraction) -> At:
    """Give something that the form can score."""
    if meaning.takes == "level":
        return Level(meaning.terms[0].options[0].words)
    found: dict[str, At] = {
        "value": Value(value),
        "met": Met(frozenset([1])),
        "count": Count(abs(value)),
        "answer": Answer(value > 0),
        "deduction": Taken(abs(value)),
        "given": Given(abs(value)),
        "several": Met(frozenset()),
    }
    return found[meaning.takes]


def understood_or_refused(text: str, points: Fraction) -> Standard | LanguageError:
    """Give what the engine makes of a text."""
    try:
        return understand(text, NAME, points)
    except Mishap:
        raise
    except LanguageError as error:
        return error


@settings(max_examples=4 * settings.default.max_examples)
@given(texts, fractions(-1, 3), readings)
@example(("每一个百分点迟报1天的减1分", Fraction(5)), Fraction(0), {})
@example(("①a，0.5分；②b，0.5分；没有项目的，得满分", Fraction(1)), Fraction(0), {})
def test_any_text_is_understood_or_refused(drawn, value, given_readings):
    """A text gives a Standard or a LanguageError, nothing else.

    Where it is understood, its canonical text reads back as the same standard, and whatever is
    found scores within its bounds, its losses adding up.
    """
    text, points = drawn
    standard = understood_or_refused(text, points)
    if isinstance(standard, LanguageError):
        assert 0 <= standard.position <= len(text)
        assert standard.message
        return
    again = understand(standard.canonical(), NAME, points)
    assert standard.form.code == "sum" or again == standard  # a sum of one rule may be read back as that rule
    meaning = meaning_of(standard, given_readings)
    lowest, highest = meaning.bounds()
    try:
        found = meaning.outcomes(own(found_in(meaning, value)))
    except RatingError:
        return
    for one in found:
        assert 0 <= lowest <= one.outcome.low <= one.outcome.high <= highest <= points
        assert points - sum(loss.points for loss in one.outcome.losses) == one.outcome.high


REPEATED = (
    "得分= 得分：a 得分为 得分=( 得分=- 按照 每 ( （1） 最高 1% 1%- 1%a a， a： a； ， ； ① A. 1. 一 以1为 百分之1 每超过( 每超过(超过) "
    "1（含） [1, 按分值的1 大于1%得1分， ≥1%得1分； ①a，1分； 每一例扣1分 否则 效果a得1分；"
).split()


@pytest.mark.parametrize("piece", REPEATED)
def test_a_text_of_the_greatest_length_takes_little_time(piece):
    """No repetition makes reading slow or deep: patterns and trees grow with the text, not with its square."""
    text = (piece * MAX_SENTENCE_LENGTH)[:MAX_SENTENCE_LENGTH]
    assert takes_less_than(SECONDS, lambda: understood_or_refused(text, Fraction(5)))


@pytest.mark.parametrize(
    "bands",
    [
        "；".join(f"{n}-{n + 1}%得{n}分" for n in range(141)),
        "；".join(f"≥{140 - n}%得{140 - n}分" for n in range(141)),
        "；".join(f"{n}%以上得{n}分" for n in range(141)),
    ],
)
def test_a_sentence_of_many_bands_takes_little_time(bands):
    """140 bands are told apart without comparing each with each."""
    assert understand(bands, NAME, Fraction(140)).form.code == "bands"
    assert takes_less_than(SECONDS / 4, lambda: understand(bands, NAME, Fraction(140)))


BEHIND = [
    ("≥90%得满分，", "一"),
    ("得分=控制率×5；", "百"),
    ("≥90%得满分，", ";%"),
    ("以100%为标准，每超过1%扣", ";达到"),
    ("≥90%得1分", ";未达到"),
    ("好得5分；差得", "（含90%）要素"),
]


@pytest.mark.parametrize(("first", "piece"), BEHIND)
def test_what_is_repeated_behind_a_clause_takes_little_time(first, piece):
    """What is read only once something is understood grows with the text too: no sentence takes a second."""
    text = (first + piece * MAX_SENTENCE_LENGTH)[:MAX_SENTENCE_LENGTH]
    assert takes_less_than(SECONDS / 2, lambda: understood_or_refused(text, Fraction(5)))


PAIRS = list(product(["得分：a", "a，", "1%", "每一例", "（a）"], ["a", "1%", "，", "否则", "百分之一"]))


@pytest.mark.parametrize(("one", "other"), PAIRS)
def test_pairs_of_pieces_take_little_time(one, other):
    """Nor does any alternation of two pieces."""
    text = ((one + other) * MAX_SENTENCE_LENGTH)[:MAX_SENTENCE_LENGTH]
    assert takes_less_than(SECONDS, lambda: understood_or_refused(text, Fraction(5)))


_META = re.compile(r"\(\?[<!=:P]*|\\.|\[[^\]]*\]|\{[^}]*\}")
WORDS = sorted(
    {word for pattern in PATTERNS for word in re.findall(r"[\u4e00-\u9fff]+", _META.sub("|", pattern))}
)
"""Every word that some pattern of a token looks for."""
SIGNS = list(",，;；。.、:：()（）[]【】<>≤≥=+-*/×÷%‰|~①1２零一\n °xX±得扣分按以每a")
pieces = st.lists(st.sampled_from(WORDS) | st.sampled_from(SIGNS), min_size=1, max_size=3).map("".join)


@given(pieces, st.booleans())
@example("*按", False)
@example("选", True)
@example("中，", False)
@example("批复", False)
@example("一", False)
@example("低于；", False)
@example("([", False)
def test_no_words_of_a_pattern_take_long_where_they_are_repeated(piece, shared):
    """Nor do the pieces of any token, a few at a time; nor is the program itself at a loss with any."""
    text = (piece * MAX_SENTENCE_LENGTH)[:MAX_SENTENCE_LENGTH]

    def read():
        try:
            understand(text, NAME, Fraction(5), shared=shared)
        except Mishap:
            raise
        except LanguageError as error:
            assert error.explained().message

    assert takes_less_than(SECONDS, read)


@pytest.mark.parametrize("piece", ["选", "任选", "两项任选，", "(选"])
def test_a_text_that_is_too_long_is_refused_before_it_is_searched(piece):
    """A choice is not looked for in what is never read."""

    def refuse():
        with pytest.raises(LanguageError, match="过长"):
            understand(piece * 16_000, NAME, Fraction(5), shared=True)

    assert takes_less_than(SECONDS / 4, refuse)
