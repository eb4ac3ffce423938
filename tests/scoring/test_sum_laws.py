"""What holds for every sum of small rules, whatever it says."""

from dataclasses import replace

import pytest
from hypothesis import assume, given, strategies as st

from jixiao.scoring.scale.named import term_called
from jixiao.scoring.scale.said import RatingError
from jixiao.scoring.sentence.at import read_at
from jixiao.scoring.sentence.meaning import Meaning, meaning_of
from jixiao.scoring.sentence.understand import understand
from shared.oracle.sums import Sum
from shared.sentences.sums import NAME, asked, findings, from_the_whole, sums, write


@st.composite
def understood(draw: st.DrawFn, some: st.SearchStrategy[Sum]) -> tuple[Sum, Meaning]:
    """A sum, and what the engine understands of a sentence for it, where that is no simpler form."""
    meant = draw(some)
    meaning = meaning_of(understand(draw(write(meant)), NAME, meant.points), {})
    assume(meaning.standard.form.code == "sum")
    return meant, meaning


any_sum = understood(sums)


@given(st.data(), any_sum)
def test_losses_lead_from_full_marks_to_the_score(data, both):
    """Full marks less all losses is the highest score, and every loss cites its clause and says why."""
    meant, meaning = both
    found = data.draw(findings(meant))
    for one in meaning.outcomes(read_at(asked(found), meaning) if found else {}):
        losses = one.outcome.losses
        assert meant.points - sum(loss.points for loss in losses) == one.outcome.high
        assert all(loss.clause and str(loss.reason) for loss in losses)


@given(st.data(), any_sum)
def test_scores_lie_within_the_bounds(data, both):
    """Whatever is found lies between the lowest and the highest score that the sentence allows."""
    meant, meaning = both
    lowest, highest = meaning.bounds()
    found = data.draw(findings(meant))
    low, high = meaning.span(read_at(asked(found), meaning) if found else {})
    assert lowest <= low <= high <= highest <= meant.points


@given(any_sum)
def test_reading_the_canonical_text_gives_the_same_standard(both):
    """The canonical sentence is understood as the sentence it was written from."""
    meant, meaning = both
    canonical = meaning.standard.canonical()
    again = understand(canonical, NAME, meant.points)
    assert again == meaning.standard
    assert again.canonical() == canonical


@given(any_sum)
def test_every_input_has_a_name_of_its_own_and_is_found_by_it(both):
    """No two terms are called the same, and each is meant by its full name; points that are there anyway are told so."""
    _, meaning = both
    names = [term.name for term in meaning.terms]
    assert all(names)
    assert len(set(names)) == len(names)
    for term in meaning.terms:
        if term.is_given and any(term.called):
            with pytest.raises(RatingError, match="先计上"):
                term_called(meaning.terms, term.name)
        else:
            assert term_called(meaning.terms, term.name) == (term, True)


@given(st.data(), from_the_whole())
def test_the_order_of_deductions_changes_no_score(data, meant):
    """What is taken from the full marks may be said in any order."""
    (section,) = meant.sections
    other = replace(
        meant, sections=(replace(section, against=tuple(data.draw(st.permutations(section.against)))),)
    )
    one, two = (
        meaning_of(understand(data.draw(write(some)), NAME, meant.points), {}) for some in (meant, other)
    )
    found = data.draw(findings(meant))
    assume(found)
    assert one.span(read_at(asked(found), one)) == two.span(read_at(asked(found), two))


@given(st.data(), understood(from_the_whole()))
def test_without_one_of_its_rules_a_sentence_means_something_else(data, both):
    """Dropping what takes changes the meaning."""
    meant, meaning = both
    (section,) = meant.sections
    dropped = data.draw(st.sampled_from(section.against))
    rest = tuple(one for one in section.against if one is not dropped)
    assume(len(rest) > 1)
    other = data.draw(write(replace(meant, sections=(replace(section, against=rest),))))
    assert not meaning.is_same(meaning_of(understand(other, NAME, meant.points), {}))
