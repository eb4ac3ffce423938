"""What holds for every scoring sentence, whatever it says."""

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from hypothesis import given, strategies as st

from jixiao.scoring.scale.said import Value, own
from jixiao.scoring.sentence.bounds import Bounds
from jixiao.scoring.sentence.meaning import meaning_of
from jixiao.scoring.sentence.standard import Standard
from jixiao.scoring.sentence.understand import understand
from shared.oracle.scores import Band, Rule
from shared.sentences.standards import pieces, ways
from shared.sentences.strategies import (
    RATED_FORMS,
    VALUE_FORMS,
    any_rules,
    asked,
    ats,
    bands,
    breaches,
    cascades,
    complete_readings,
    proportions,
    readings,
    rules,
    steps,
    values,
)
from shared.sentences.wording import NAME, write


@st.composite
def understood(draw, some_rules) -> tuple[Rule, Standard]:
    """A rule, and what the engine understands of a sentence for it."""
    rule = draw(some_rules)
    return rule, understand(draw(write(rule)), NAME, rule.points)


any_standard = understood(any_rules)


@given(st.data(), any_standard, readings)
def test_score_lies_between_zero_and_full_marks(data, both, given_readings):
    """Whatever is found, 0 ≤ low ≤ high ≤ points, and both lie within the standard's bounds."""
    rule, standard = both
    found = meaning_of(standard, given_readings)
    lowest, highest = found.bounds()
    for one in found.outcomes(own(asked(data.draw(ats(rule))))):
        assert 0 <= lowest <= one.outcome.low <= one.outcome.high <= highest <= rule.points


@given(any_standard, readings)
def test_bounds_are_those_of_the_rule(both, given_readings):
    """Where nothing is known, the range is from the worst to the best that the sentence allows."""
    rule, standard = both
    assert meaning_of(standard, given_readings).bounds() == rule.bounds(given_readings)


@given(st.data(), any_standard, readings)
def test_losses_lead_from_full_marks_to_the_score(data, both, given_readings):
    """Full marks less all losses is the highest score, and every loss is positive and cites its clause."""
    rule, standard = both
    for one in ways(standard, asked(data.draw(ats(rule))), given_readings):
        losses = one.outcome.losses
        assert rule.points - sum(loss.points for loss in losses) == one.outcome.high
        assert all(loss.points > 0 and str(loss.reason) for loss in losses)


@given(any_standard)
def test_reading_the_canonical_text_gives_the_same_standard(both):
    """The canonical sentence is understood as the sentence it was written from."""
    rule, standard = both
    canonical = standard.canonical()
    assert understand(canonical, NAME, rule.points) == standard
    assert understand(canonical, NAME, rule.points).canonical() == canonical


@given(st.data(), rules(steps, bands, cascades, *RATED_FORMS))
def test_wording_does_not_change_what_is_understood(data, rule):
    """Width, numbering, separators and synonyms differ; what is understood does not."""
    one, other = (data.draw(write(rule), label="sentence") for _ in range(2))
    assert understand(one, NAME, rule.points) == understand(other, NAME, rule.points)


# ── More of a bad thing ──────────────────────────────────────────────────────────────────────────


def falls(standard: Standard, worse_and_worse, reading) -> None:
    """See that the score never rises along a list of values."""
    found = [ways(standard, asked(at), reading) for at in worse_and_worse]
    for [better], [worse] in pairwise(found):
        assert worse.outcome.low <= better.outcome.low
        assert worse.outcome.high <= better.outcome.high


@given(st.data(), understood(rules(steps, around=False)), complete_readings)
def test_going_further_from_the_limit_never_earns_more(data, both, reading):
    """On either side of the limit, a value further away scores no more."""
    rule, standard = both
    found = sorted({*data.draw(st.lists(values(rule), min_size=2, max_size=8)), rule.form.limit})
    falls(standard, [value for value in found if value >= rule.form.limit], reading)
    falls(standard, [value for value in reversed(found) if value <= rule.form.limit], reading)


@given(understood(rules(breaches)), complete_readings)
def test_finding_more_breaches_never_earns_more(both, reading):
    """Every further breach scores no more than the one before."""
    falls(both[1], range(12), reading)


@given(st.data(), understood(rules(cascades, around=False)), complete_readings)
def test_reaching_a_lower_threshold_never_earns_more(data, both, reading):
    """In 90%以上得5分；80%以上得3分 a lower value scores no more; where less is better, a higher one."""
    rule, standard = both
    found = sorted(data.draw(st.lists(values(rule), min_size=2, max_size=8)), reverse=rule.form.upward)
    falls(standard, found, reading)


def place(band: Band) -> tuple:
    """Give where a band stands among others that share no more than its ends."""
    low, high = band.low, band.high
    return (low is not None, low.at if low else 0, high is None, high.at if high else 0)


@st.composite
def falling(draw) -> Rule:
    """Bands whose points fall as the value rises."""
    rule = draw(rules(bands, around=False))
    order = sorted(rule.form.bands, key=place)
    points = sorted((one.points for one in order), reverse=True)
    found = tuple(replace(one, points=earned) for one, earned in zip(order, points, strict=True))
    return replace(rule, form=replace(rule.form, bands=found, rest=None))


def has_several(rule: Rule) -> bool:
    """Whether there are several bands, and none for one number that another band claims outright as well.

    Of “≤0得5分；=0得0分” nobody knows what lies beyond: nothing is said of it, and the number before it earns both.
    """
    numbers = {one.low.at for one in rule.form.bands if one.low and one.high and one.low.at == one.high.at}
    ends = [
        edge.at
        for one in rule.form.bands
        for edge in {one.low, one.high}
        if edge and edge.right == "outright"
    ]
    return len(rule.form.bands) > 1 and all(ends.count(number) == 1 for number in numbers)


@given(st.data(), understood(falling().filter(has_several)), complete_readings)
def test_a_value_in_a_worse_band_never_earns_more(data, both, reading):
    """Where bands fall, a higher value earns no more, in holes and on contested ends too."""
    rule, standard = both
    start = rule.form.bands[0].low
    found = sorted(data.draw(st.lists(values(rule), min_size=2, max_size=8)))
    falls(standard, [value for value in found if start is None or value > start.at], reading)


@given(st.data(), understood(rules(proportions, around=False)), complete_readings)
def test_doing_less_in_proportion_never_earns_more(data, both, reading):
    """A lower rate scores no more where more is better, and no less where less is better."""
    rule, standard = both
    found = sorted(data.draw(st.lists(values(rule), min_size=2, max_size=8)), reverse=rule.form.slope > 0)
    falls(standard, found, reading)


# ── Pieces ───────────────────────────────────────────────────────────────────────────────────────


@given(st.data(), understood(rules(*VALUE_FORMS, around=False)), complete_readings)
def test_pieces_give_the_scores(data, both, reading):
    """The piece that a value lies on gives its score, on every threshold and beside it."""
    rule, standard = both
    drawn = pieces(standard, reading)
    for value in data.draw(st.lists(values(rule), min_size=4, max_size=8)):
        [found] = ways(standard, Value(value), reading)
        [piece] = [piece for piece in drawn if piece.contains(value)]
        assert piece.what.at(value) == (found.outcome.low, found.outcome.high)


@given(understood(rules(*VALUE_FORMS, around=False)), complete_readings, st.data())
def test_pieces_cover_the_line_once(both, reading, data):
    """Pieces follow each other from −∞ to +∞: where one ends, the next begins, and one has the number."""
    rule, standard = both
    floor = data.draw(st.sampled_from([Fraction(0), rule.points / 2]))
    for drawn in (pieces(standard, reading), pieces(replace(standard, bounds=Bounds(floor)), reading)):
        assert drawn[0].low is None
        assert drawn[-1].high is None
        for piece, following in pairwise(drawn):
            assert piece.high == following.low is not None
            assert piece.high_included != following.low_included
