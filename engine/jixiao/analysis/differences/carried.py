"""Ratings under a sentence whose small rules were renamed, renumbered or dropped: what was said of each goes with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from jixiao.analysis.differences.term_pairs import pair_terms
from jixiao.dataclass import dataclass, replace
from jixiao.language.formula import plain_name
from jixiao.model.case import Named, Rating
from jixiao.model.diagnostic import Place
from jixiao.model.ruleset import Text
from jixiao.quantity import decimal_text
from jixiao.scoring.indicator.ratings import judged_by
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.scale.said import OWN, Answer, At, Count, Inputs, Level, Met, RatingError, Taken, Takes
from jixiao.scoring.scale.term import Term
from jixiao.scoring.sentence.called import called_in

_SAID = {True: "是", False: "否"}


def needs_carrying(old: Rule, new: Rule) -> bool:
    """Whether a rating of the old sentence may not be read alike by the new one: names or numbers of its rules differ."""
    if Takes.SEVERAL not in (old.meaning.takes, new.meaning.takes):
        return False
    return _read_by(old) != _read_by(new)


def _read_by(rule: Rule) -> tuple[object, ...]:
    terms = rule.meaning.terms
    return tuple((term.name, term.takes, term.places, [one.words for one in term.options]) for term in terms)


@dataclass(frozen=True, slots=True)
class Carrying:
    """An indicator before and after, whose ratings are not read alike."""

    old: Rule
    new: Rule

    def carried(self, ratings: Sequence[Rating]) -> tuple[Rating, ...]:
        """Give ratings of the old sentence as the new one reads them; raises Refused where the old one can't read one."""
        return tuple(carried for rating in ratings for carried in self._carried(rating))

    def _carried(self, rating: Rating) -> Iterator[Rating]:
        """Yield a rating by the new names; as it stands where it may mean several things."""
        judged = judged_by(self.old, [rating])
        if len(judged) != 1:
            yield rating
            return
        (one,) = judged
        if one.inputs is not None:
            yield from self._said_anew(one.inputs, rating)
        elif one.fact is not None and self._knows(one.fact.fact):
            yield rating

    def _knows(self, fact: str) -> bool:
        try:
            called_in(self.new.meaning, fact)
        except RatingError:
            return False
        return True

    def _said_anew(self, inputs: Inputs, rating: Rating) -> Iterator[Rating]:
        """Yield a rating that says the same of the rules that are left; none where nothing is left to say it of."""
        said = dict(self._carried_inputs(inputs))
        plain = replace(
            rating, level=None, score=None, met=None, count=None, deduction=None, answer=None, named=None
        )
        if self.new.meaning.takes == Takes.SEVERAL:
            named = tuple(one for name, at in said.items() for one in _named(name, at, rating.place))
            level = None if rating.score is None else rating.level
            yield replace(plain, named=named, level=level, score=rating.score)
        elif OWN in said:
            yield _alone(plain, said[OWN])

    def _carried_inputs(self, inputs: Inputs) -> Iterator[tuple[str, At]]:
        old, new = self.old.meaning.terms, self.new.meaning.terms
        met = _items_met(old, inputs)
        for before, after in pair_terms(old, new):
            if after is None:
                continue
            at: At | None = None if before is None else inputs.get(before.name)
            if after.takes == Takes.MET and met is not None:
                at = _met(after, met)
            elif before is None and after.takes == Takes.ANSWER and met is not None:
                at = Answer(plain_name(after.name) in met)
            if at is not None and _fits(after, at):
                yield after.name, at


def _fits(term: Term, at: At) -> bool:
    try:
        term.outcome(at)
    except (RatingError, KeyError):
        return False
    return True


def _items_met(terms: Sequence[Term], inputs: Inputs) -> frozenset[str] | None:
    """Give the plain words of the items that are met, one by one or in a list; None where there are none."""
    listed: Mapping[str, bool] = {
        plain_name(option.words): place in at.items
        for term in terms
        if isinstance(at := inputs.get(term.name), Met)
        for place, option in enumerate(term.options, 1)
    }
    single = {
        plain_name(term.name): at.holds
        for term in terms
        if isinstance(at := inputs.get(term.name, term.unsaid), Answer)
    }
    every = {**listed, **single}
    return frozenset(words for words, holds in every.items() if holds) if every else None


def _met(term: Term, met: frozenset[str]) -> Met:
    return Met(
        frozenset(place for place, option in enumerate(term.options, 1) if plain_name(option.words) in met)
    )


def _alone(rating: Rating, at: At) -> Rating:
    """Give a rating that says it of a sentence that is one rule; of a value figures say it."""
    match at:
        case Count(count=count):
            return replace(rating, count=count)
        case Level(name=name, score=score):
            return replace(rating, level=name, score=score)
        case Answer(holds=holds):
            return replace(rating, answer=holds)
        case Taken(points=points):
            return replace(rating, deduction=points)
        case Met(items=items):
            return replace(rating, met=tuple(Text(str(item), rating.place) for item in sorted(items)))
        case _:
            return rating


def _named(name: str, at: At, place: Place) -> Iterator[Named]:
    match at:
        case Count(count=count):
            yield Named(name, decimal_text(count), place, place)
        case Answer(holds=holds):
            yield Named(name, _SAID[holds], place, place)
        case Level(name=level, score=None):
            yield Named(name, level, place, place)
        case Taken(points=points):
            yield Named(name, decimal_text(points), place, place, "扣分")
        case _:
            pass
