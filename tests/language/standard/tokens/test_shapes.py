"""With what a token can begin: a pattern that is not tried could not have matched."""

import re
from functools import cache

import pytest
from hypothesis import given, strategies as st

from jixiao.language.error import LanguageError
from jixiao.language.standard import fold_sentence
from jixiao.language.standard.tokens import shapes
from jixiao.language.standard.tokens.patterns import PATTERNS, TOKENS, words_in
from jixiao.language.standard.tokens.shapes import kept_shapes, shape_of
from shared.sentences.examples import examples


def folded():
    """Give the text of every example that can be folded."""
    for example in examples():
        try:
            yield fold_sentence(example.text).text
        except LanguageError:
            continue


TEXTS = sorted(set(folded()))
ALPHABET = sorted({sign for text in TEXTS for sign in text} | set("٣߀¼Ⅷ²"))


def test_what_is_kept_is_of_the_patterns_as_they_are():
    """A change of a pattern without it is noticed; `make tables` mends it."""
    assert kept_shapes(PATTERNS) == tuple(map(shape_of, PATTERNS)), "run make tables"


def missed(text):
    """Give the tokens that match somewhere in a text and would not be tried there."""
    words = words_in(text)
    untried = cache(lambda sign: [word for word in TOKENS if word not in words(sign)])
    return [
        (position, word.kind)
        for position, sign in enumerate(text)
        for word in untried(sign)
        if word.pattern.match(text, position)
    ]


def test_no_token_of_the_examples_is_missed():
    """Wherever a pattern matches in a real sentence, it is tried."""
    assert not [one for text in TEXTS for one in missed(text)]


@given(st.text(st.sampled_from(ALPHABET), min_size=1, max_size=12) | st.text(min_size=1, max_size=12))
def test_no_token_of_any_text_is_missed(text):
    """Nor in a text of any characters."""
    assert not missed(text)


def test_tokens_that_are_tried_keep_their_order():
    """Of two that match, the one that stands first decides."""
    for text in TEXTS:
        for sign in text:
            places = [TOKENS.index(word) for word in words_in(text)(sign)][:3]
            assert places == sorted(places)


def test_few_are_tried():
    """The point of it: a place is not tried against every pattern, and few are ever compiled."""
    tried = [words_in(text) for text in TEXTS]
    signs = sum(map(len, TEXTS))
    assert (
        sum(len(words(sign)) for text, words in zip(TEXTS, tried, strict=True) for sign in text) < signs * 8
    )
    needed = [
        {word.written for sign in text for word in words(sign)}
        for text, words in zip(TEXTS, tried, strict=True)
    ]
    assert sum(map(len, needed)) < len(TEXTS) * len(TOKENS) / 2


@pytest.mark.parametrize(
    ("pattern", "begins", "does_not"),
    [
        ("甲|乙丙", "甲乙", "丙丁"),
        ("甲?乙", "甲乙", "丙"),
        ("(?:甲|乙?)丙", "甲乙丙", "丁"),
        ("(?=甲)[^丙]", "甲丙", ""),
        ("(?<!甲)乙", "乙", "甲"),
        (r"-?\d", "-3٣", "甲"),
        (r"[\w]", "甲", ""),
        ("[a-c]{2,}", "abc", "d"),
        ("甲*", "甲乙", ""),
        ("(甲)(?:乙)", "甲", "乙"),
        (".乙", "甲", ""),
        ("$|甲", "甲乙", ""),
    ],
)
def test_shapes_of_patterns(pattern, begins, does_not):
    """What can't be told may begin with anything."""
    shape = shape_of(pattern)
    assert all(map(shape.begins, begins))
    assert not any(map(shape.begins, does_not))
    assert re.compile(pattern)


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("甲[乙丙]丁", ("丁", "甲", "丙乙")),
        ("甲?乙*丙+", ("丙",)),
        ("甲(?:乙|丙丁丁?|[戊己])", ("甲", "丙乙己戊")),
        ("甲|.", ()),
        (r"甲(?:\d|乙)", ("甲",)),
        ("(?=甲)(?!乙)(?<=丙)[^丁]", ("丙", "甲")),
        ("(?:甲|乙){2}", ("乙甲",)),
        ("(?:甲乙){0,2}", ()),
    ],
)
def test_what_patterns_need(pattern, needs):
    """Of each set one character; of several ways, one that some way needs."""
    assert sorted("".join(sorted(one)) for one in shape_of(pattern).needs) == sorted(
        "".join(sorted(one)) for one in needs
    )


def test_shapes_of_other_patterns_are_passed_over(monkeypatch, tmp_path):
    """Then every pattern may begin with anything, as without the file."""
    assert all(one.anything for one in kept_shapes((*PATTERNS, "甲")))
    monkeypatch.setattr(shapes, "_KEPT", tmp_path / "absent.json")
    assert all(one.anything for one in kept_shapes(PATTERNS))
