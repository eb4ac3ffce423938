"""Changed words are marked, and nothing else of a sentence changes."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from hypothesis import given, strategies as st

from jixiao.reports.diff.changed_words import marked
from jixiao.reports.page.html import Child

sentences = st.text("每超过1.50%，扣分；得满", max_size=40)


def words(pieces: list[Child]) -> str:
    """Give the text of pieces, marks left out."""
    return "".join(one.text or "" if isinstance(one, Element) else one or "" for one in pieces)


def marks(pieces: list[Child]) -> list[str]:
    """Give what is marked."""
    return [one.text or "" for one in pieces if isinstance(one, Element)]


def test_a_number_is_marked_whole() -> None:
    before, after = marked("每超过一个百分点扣0.5分", "每超过一个百分点扣1.5分")
    assert (marks(before), marks(after)) == (["0.5"], ["1.5"])
    before, after = marked("20-30%（含），计2分", "20-35%（含），计2分")
    assert (marks(before), marks(after)) == (["30%"], ["35%"])


@given(sentences, sentences)
def test_both_sentences_stay_as_they_are(old: str, new: str) -> None:
    before, after = marked(old, new)
    assert (words(before), words(after)) == (old, new)


@given(sentences)
def test_equal_sentences_have_no_marks(sentence: str) -> None:
    before, after = marked(sentence, sentence)
    assert marks(before) == marks(after) == []
