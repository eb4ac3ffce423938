"""The engine and a second, plain implementation score every sum of small rules alike."""

from fractions import Fraction

from hypothesis import assume, given, strategies as st

from jixiao.scoring.scale.said import OWN, Count, Inputs, Met, Several
from jixiao.scoring.sentence.at import read_at
from jixiao.scoring.sentence.meaning import Meaning, meaning_of
from jixiao.scoring.sentence.understand import understand
from shared.oracle.scores import Span
from shared.oracle.sums import AtWill, Flat, Found, PerCase, Sum
from shared.sentences.sums import NAME, asked, findings, from_the_whole, of_items, sums, write

NOTHING = {"checklist": "无", "breaches": "0"}
"""What is said where nothing was found, to forms that ask for something."""


def understood(data: st.DataObject, meant: Sum) -> Meaning:
    """Give what the engine understands of a sentence that means a sum."""
    sentence = data.draw(write(meant), label="sentence")
    return meaning_of(understand(sentence, NAME, meant.points), {})


def scored(meaning: Meaning, text: str) -> Span:
    """Score what a person writes; where that is nothing, that nothing was found."""
    said = text or NOTHING.get(meaning.standard.form.code, "")
    return meaning.span(read_at(said, meaning) if said else {})


@given(st.data(), sums)
def test_what_is_found_by_name_scores_what_the_sentence_means(data, meant):
    """Each thing found under its own words scores the same by the engine and by plain arithmetic."""
    meaning = understood(data, meant)
    for found in data.draw(st.lists(findings(meant), min_size=2, max_size=4), label="found"):
        assert scored(meaning, asked(found)) == meant.score(found)


@given(st.data(), from_the_whole())
def test_faults_by_their_places(data, meant):
    """1,3 are the first and the third of what takes once or takes all, vetoes included."""
    meaning = understood(data, meant)
    once = [one.words for one in meant.deductions if isinstance(one, Flat)]
    once += [words for words, _ in meant.vetoes]
    assume(meaning.standard.form.code == "sum" and once)
    places = data.draw(st.frozensets(st.integers(1, len(once))), label="places")
    found: dict[str, Found] = {words: place in places for place, words in enumerate(once, 1)}
    assert meaning.span({OWN: Met(places)}) == meant.score(found)


@given(st.data(), from_the_whole(), st.integers(0, 9))
def test_a_bare_number_is_how_many_of_each_that_it_may_be(data, meant, number):
    """A number counts the one thing that is counted; of several, the score is a range over them."""
    meaning = understood(data, meant)
    counted = [one for one in meant.deductions if isinstance(one, PerCase)]
    assume(meaning.standard.form.code == "sum" and counted)
    spans = [meant.score({one.words: number}) for one in counted]
    wanted = min(low for low, _ in spans), max(high for _, high in spans)
    assert meaning.span({OWN: Count(Fraction(number))}) == wanted


@given(st.data(), of_items())
def test_items_by_their_places(data, meant):
    """1,3 are the items that are met, where some item has nothing that is counted against it."""
    meaning = understood(data, meant)
    assume(any(not section.presumed for section in meant.sections))
    words = _placed(meant)
    items = [place for place, one in enumerate(words, 1) if one in {item.words for item in meant.items}]
    places = data.draw(st.frozensets(st.sampled_from(items)), label="places")
    found: dict[str, Found] = {one: place in places for place, one in enumerate(words, 1)}
    assert meaning.span({OWN: Met(places)}) == meant.score(found)


@given(st.data(), of_items(), st.integers(0, 5))
def test_items_by_their_places_and_how_many_were_found(data, meant, number):
    """1,3；2 are the items that are met, and how many were found besides, whatever of."""
    meaning = understood(data, meant)
    counted = [one for one in meant.deductions if isinstance(one, PerCase)]
    assume(counted and any(not section.presumed for section in meant.sections))
    words = _placed(meant)
    items = {item.words for item in meant.items}
    found: dict[str, Found] = {one: one in items for one in words}
    met = frozenset(place for place, one in enumerate(words, 1) if one in items)
    inputs: Inputs = {OWN: Several((Met(met), Count(Fraction(number))))}
    spans = [meant.score({**found, one.words: number}) for one in counted]
    assert meaning.span(inputs) == (min(low for low, _ in spans), max(high for _, high in spans))


def _placed(meant: Sum) -> list[str]:
    """Give the words of everything that has a place, in the order of the sentence."""
    words: list[str] = []
    for section in meant.sections:
        words += [section.item.words] if section.item else []
        words += [one.words for one in section.against if isinstance(one, Flat)]
    return words


@given(st.data(), from_the_whole())
def test_what_is_at_discretion_leaves_a_range(data, meant):
    """Where only the words hold and nobody says how much is taken, the score is a range."""
    left = [one for one in meant.deductions if isinstance(one, AtWill)]
    assume(left)
    meaning = understood(data, meant)
    span = meaning.span(read_at(left[0].words, meaning))
    assert span == (max(meant.points - left[0].high, 0), meant.points - left[0].low)
