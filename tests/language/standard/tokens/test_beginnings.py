"""With what a token can begin: a pattern that is not tried could not have matched."""

import re
from functools import cache

import pytest
from hypothesis import given, strategies as st

from jixiao.language.error import LanguageError
from jixiao.language.standard import fold_sentence
from jixiao.language.standard.tokens import beginnings
from jixiao.language.standard.tokens.beginnings import beginning_of, kept_beginnings
from jixiao.language.standard.tokens.patterns import PATTERNS, TOKENS, words_at
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
    assert kept_beginnings(PATTERNS) == tuple(map(beginning_of, PATTERNS)), "run make tables"


def missed(text, position):
    """Give the tokens that match at a place and would not be tried there."""
    return [word.kind for word in _untried(text[position]) if word.pattern.match(text, position)]


@cache
def _untried(sign):
    tried = words_at(sign)
    return [word for word in TOKENS if word not in tried]


def test_no_token_of_the_examples_is_missed():
    """Wherever a pattern matches in a real sentence, it is tried."""
    assert not [one for text in TEXTS for position in range(len(text)) for one in missed(text, position)]


@given(st.text(st.sampled_from(ALPHABET), min_size=1, max_size=12) | st.text(min_size=1, max_size=12))
def test_no_token_of_any_text_is_missed(text):
    """Nor in a text of any characters."""
    assert not [one for position in range(len(text)) for one in missed(text, position)]


def test_tokens_that_are_tried_keep_their_order():
    """Of two that match, the one that stands first decides."""
    for sign in ALPHABET:
        places = [TOKENS.index(word) for word in words_at(sign)]
        assert places == sorted(places)


def test_few_are_tried():
    """The point of it: a place is not tried against every pattern."""
    assert sum(len(words_at(sign)) for sign in ALPHABET) < len(ALPHABET) * len(TOKENS) / 4


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
def test_beginnings_of_patterns(pattern, begins, does_not):
    """What can't be told may begin with anything."""
    beginning = beginning_of(pattern)
    assert all(map(beginning.allows, begins))
    assert not any(map(beginning.allows, does_not))
    assert re.compile(pattern)


def test_beginnings_of_other_patterns_are_passed_over(monkeypatch, tmp_path):
    """Then every pattern may begin with anything, as without the file."""
    assert all(one.anything for one in kept_beginnings((*PATTERNS, "甲")))
    monkeypatch.setattr(beginnings, "_KEPT", tmp_path / "absent.json")
    assert all(one.anything for one in kept_beginnings(PATTERNS))
