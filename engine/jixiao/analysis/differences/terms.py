"""Two sentences rule by rule, where one of them or both add several small rules up."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from jixiao.analysis.differences.regions import regions, score_text
from jixiao.analysis.differences.term_pairs import TermPair, pair_terms
from jixiao.analysis.lint.counted import is_counted
from jixiao.analysis.portraits.clauses import words_of
from jixiao.analysis.portraits.effects import effect_of
from jixiao.analysis.portraits.kinds import has_input, kind_of
from jixiao.curve.line import ZERO
from jixiao.curve.spread import Pieces
from jixiao.dataclass import replace
from jixiao.model.difference import Region, TermDifference
from jixiao.model.term import TermKind, Unsaid
from jixiao.quantity import Unit, points_text
from jixiao.scoring.scale.earning import Stair
from jixiao.scoring.scale.lowered import Lowered, term_pieces
from jixiao.scoring.scale.option import Items, Option
from jixiao.scoring.scale.said import OWN, Answer, Takes
from jixiao.scoring.scale.term import Section, Term
from jixiao.scoring.sentence.meaning import Meaning
from jixiao.scoring.sentence.measure import unit_of_term

_MEASURED = (Takes.VALUE, Takes.COUNT)


def compare_terms(
    old: Meaning, new: Meaning, name: str, unit: Unit
) -> tuple[tuple[TermDifference, ...], tuple[Region, ...]]:
    """Give what changed of every small rule, and on which values and counts its points differ.

    `name` and `unit` are those of the indicator's own value.
    """
    if old.is_same(new):
        return (), ()
    differences = [*_sections(old, new)]
    found: list[Region] = []
    for pair in pair_terms(*_compared(old, new)):
        where = _regions(old, new, pair, name, unit)
        earns_alike = _is_same(pair) if where is None else not where
        difference = _compare(pair, name, earns_alike=earns_alike)
        found += where or ()
        differences += [] if difference is None else [difference]
    return tuple(differences), tuple(found)


def _compared(old: Meaning, new: Meaning) -> tuple[Sequence[Term], Sequence[Term]]:
    """Give the rules to compare; what others take from is no rule where the other sentence is one that takes it all."""
    several = old.takes == new.takes == Takes.SEVERAL
    one, other = ([term for term in meaning.terms if several or has_input(term)] for meaning in (old, new))
    return one, other


def _sections(old: Meaning, new: Meaning) -> Iterator[TermDifference]:
    """Yield the sections that are held between other bounds than before."""
    before, after = (
        {section.place: section for term in meaning.terms if (section := term.section) is not None}
        for meaning in (old, new)
    )
    for place in sorted({*before, *after} if before and after else ()):
        one, other = _bounds(before.get(place)), _bounds(after.get(place))
        if one != other:
            told = f"第{place}部分由“{one}”改为“{other}”"
            yield TermDifference(f"第{place}部分", TermKind.SECTION, "changed", one, other, told)


def _bounds(section: Section | None) -> str:
    return "没有" if section is None else f"{points_text(section.floor)}至{points_text(section.cap)}分"


def _compare(pair: TermPair, name: str, *, earns_alike: bool) -> TermDifference | None:
    old, new = pair
    if old is None:
        assert new is not None
        said, called = effect_of(new), _called(new, name)
        return TermDifference(called, kind_of(new), "added", "", said, f"新增{_labelled(new, name)}：{said}")
    if new is None:
        said, called = effect_of(old), _called(old, name)
        told = f"删去{_labelled(old, name)}，原为{said}"
        return TermDifference(called, kind_of(old), "removed", said, "", told)
    told = "；".join(_told(old, new, name, earns_alike=earns_alike))
    if not told:
        return None
    called, before = _called(new, name), _called(old, name)
    old_name = before if before != called else ""
    return TermDifference(called, kind_of(new), "changed", effect_of(old), effect_of(new), told, old_name)


def _told(old: Term, new: Term, name: str, *, earns_alike: bool) -> Iterator[str]:
    """Yield what changed of one rule, each in a few words."""
    called = _called(new, name)
    if _called(old, name) != called:
        yield f"“{_called(old, name)}”改称“{called}”"
    subject = f"“{called}”" if has_input(new) else kind_of(new).word
    before, after = effect_of(old), effect_of(new)
    if kind_of(old) != kind_of(new):
        before, after = (
            f"{kind_of(term).word}（{effect}）" for term, effect in ((old, before), (new, after))
        )
    if old.takes == new.takes == Takes.LEVEL and not earns_alike:
        yield f"{subject}：{'，'.join(_levels(old, new))}"
    elif before != after:
        yield f"{subject}由“{before}”改为“{after}”"
    elif not earns_alike:
        yield f"{subject}的得分变了"
    elif old.about != new.about or _condition_differs(old, new, called == _called(old, name)):
        yield f"{subject}的条件由“{_words(old)}”改为“{_words(new)}”"
    if old.most != new.most:
        yield f"{subject}最多查到的数由{_amount(old.most)}改为{_amount(new.most)}"
    if _unsaid(old) != _unsaid(new):
        yield f"没写{subject}时，由{_unsaid(old).word}改为{_unsaid(new).word}"
    if old.places != new.places and new.places and old.places:
        yield f"{subject}的序号由{_places(old)}改为{_places(new)}"


def _condition_differs(old: Term, new: Term, same_name: bool) -> bool:
    """Whether what is found or met is said otherwise; a value is told by its name alone."""
    return same_name and old.takes != Takes.VALUE and old.called != new.called


def _levels(old: Term, new: Term) -> Iterator[str]:
    """Yield which grades earn otherwise, are new or gone."""
    before, after = ({one.words: one for one in term.options} for term in (old, new))
    for words in dict.fromkeys((*before, *after)):
        one, other = before.get(words), after.get(words)
        if one is None or other is None:
            told = f"新增“{words}”{_points(other)}" if other is not None else f"删去“{words}”"
            yield told
        elif (one.low, one.high, one.excluded) != (other.low, other.high, other.excluded):
            yield f"“{words}”由{_points(one)}改为{_points(other)}"
    if old.highest != new.highest:
        yield "改为" + ("几个里按最高的计" if new.highest else "只能写一个")


def _points(option: Option) -> str:
    return score_text((option.low, option.high)).replace(" ", "")


def _is_same(pair: TermPair) -> bool:
    """Whether two rules earn the same by all that can be said of them."""
    one, other = pair
    return one is not None and other is not None and _earned(one) == _earned(other)


def _earned(term: Term) -> tuple[object, ...]:
    """Give what decides the points, without what its answers are called."""
    scale = tuple(stretch.what.essence for stretch in term.scale)
    named = term.takes != Takes.ANSWER
    options = tuple(replace(one, words="", label="") if not named else one for one in term.options)
    rungs = term.choice.rungs if isinstance(term.choice, Items) else ()
    return term.full, scale, options, term.highest, rungs


def _words(term: Term) -> str:
    return words_of(term) or term.about or term.name


def _unsaid(term: Term) -> Unsaid:
    if term.unsaid is None:
        return Unsaid.NEEDED
    return Unsaid.MET if term.unsaid == Answer(holds=True) else Unsaid.NOTHING


def _amount(number: Fraction | None) -> str:
    return "没有写" if number is None else points_text(number)


def _places(term: Term) -> str:
    first, last = term.places[0], term.places[-1]
    return str(first) if first == last else f"{first}-{last}"


def _called(term: Term, name: str) -> str:
    return term.name or name


def _labelled(term: Term, name: str) -> str:
    return f"{kind_of(term).word}“{_called(term, name)}”" if has_input(term) else kind_of(term).word


# ── Values and counts ────────────────────────────────────────────────────────────────────────────


def _regions(old: Meaning, new: Meaning, pair: TermPair, name: str, own: Unit) -> tuple[Region, ...] | None:
    """Give where the points of one rule differ, each named by its input; None where it is no function of a number."""
    before, after = pair
    if before is None or after is None or before.takes != after.takes or after.takes not in _MEASURED:
        return None
    room = max(old.ways[0].room_of(before), new.ways[0].room_of(after))
    one, other = (_functions(meaning, term, room) for meaning, term in ((old, before), (new, after)))
    if not all((*one, *other)):
        return None
    unit = own if after.name == OWN else unit_of_term(after)
    counted = after.takes == Takes.COUNT or is_counted(unit)
    called = _called(after, name)
    found = regions(one, other, unit, counted=counted, taken=_takes_off(after))
    return tuple(replace(region, text=f"“{called}”{region.text}", term=called) for region in found)


def _functions(meaning: Meaning, term: Term, room: Fraction) -> Sequence[Pieces]:
    place = meaning.terms.index(term)
    return [_function(way, place, room) for way in meaning.ways]


def _function(way: Lowered, place: int, room: Fraction) -> Pieces:
    """Give what a rule adds; where it is all of the sentence, a count that takes off is told without what it takes from."""
    term = way.terms[place]
    if len(way.terms) > 1:
        return term_pieces(term, room)
    full = term.full if _takes_off(term) else ZERO
    return tuple(piece.holding(piece.what.less(full)) for piece in way.pieces())


def _takes_off(term: Term) -> bool:
    stairs = (stretch.what.earns for stretch in term.scale)
    return term.takes == Takes.COUNT and any(isinstance(one, Stair) and one.each > 0 for one in stairs)
