"""What a rating says of the inputs of a sentence of several small rules.

What is not named was not found; an item that is not listed as met is not earned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jixiao.dataclass import dataclass, field
from jixiao.language.formula import plain_name
from jixiao.model.case import Rating
from jixiao.model.diagnostic import Place
from jixiao.model.ruleset import Text
from jixiao.scoring.indicator.named import YES, SaidTerm, refused, said_by_name
from jixiao.scoring.program.rule import Rule
from jixiao.scoring.scale.named import Called, counted_by, higher, told_several, ways_to_fit
from jixiao.scoring.scale.said import (
    OWN,
    Answer,
    At,
    Count,
    Given,
    Inputs,
    Level,
    RatingError,
    Taken,
    Takes,
    Unknown,
)
from jixiao.scoring.scale.term import Term
from jixiao.scoring.sentence.at_several import read_for
from jixiao.scoring.sentence.called import called_in, names_told
from jixiao.scoring.sentence.written import ALL, places_in

_KINDS = {
    "档次": (Takes.LEVEL, "分档次"),
    "次数": (Takes.COUNT, "按次数计"),
    "扣分": (Takes.DEDUCTION, "酌情扣分"),
}
"""What may stand under each key, and in words."""


@dataclass(slots=True)
class Said:
    """What is said of each input so far, and where."""

    rule: Rule
    rating: Rating
    inputs: dict[str, At] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)

    @property
    def terms(self) -> Sequence[Term]:
        return self.rule.meaning.terms

    def say(self, term: Term, at: At, place: Place, words: str) -> None:
        """Keep what is said of an input; raises Refused where it does not fit, or something is said of it already."""
        try:
            before = self.places.get(term.name)
            if before is not None:
                line = f"第{before.line}行" if before.line != place.line else "前面"
                raise RatingError(f"“{words}”{line}已经写过（同是“{term.name}”），只能写一处")
            term.outcome(at)
        except RatingError as error:
            raise refused(self.rule.indicator.name, place, error) from None
        self.inputs[term.name], self.places[term.name] = at, place


def inputs_of(rule: Rule, rating: Rating) -> list[tuple[str, Inputs]]:
    """Give what a rating says of each input, once for every way in which it may be meant, and what is assumed there.

    Raises Refused at what the sentence does not know, or what is said twice.
    """
    said = Said(rule, rating)
    by_name = [one for one in said_by_name(rule, rating) if isinstance(one, SaidTerm)]
    for one in by_name:
        _say_named(said, one)
    try:
        _say_alone(said)
        counted = _counted(said)
    except RatingError as error:
        raise refused(rule.indicator.name, rating.place, error) from None
    _say_met(said)
    rest = {term.name: at for term in said.terms if (at := _default(said, term)) is not None}
    if not counted:
        return [("", {**rest, **said.inputs})]
    assert rating.count is not None
    ways = [(term.name, {**rest, **said.inputs, term.name: Count(rating.count)}) for term in counted]
    return [(f"次数说的是“{name}”" if len(ways) > 1 else "", inputs) for name, inputs in ways]


def nothing_said(rule: Rule) -> Inputs:
    """Give the inputs where there is no rating: of all that one would tell nothing is known."""
    terms = [term for term in rule.meaning.terms if term.name != OWN and not term.is_given]
    asked = "、".join(term.name for term in terms)
    missing = (f"评定：{rule.indicator.name}（{asked}）",)
    return {term.name: Unknown(missing, "没有评定") for term in terms}


def _default(said: Said, term: Term) -> At | None:
    """Give what is taken of an input that nobody speaks of, where the sentence itself says nothing of that."""
    if term.name == OWN or term.unsaid is not None:
        return None
    what = "档次" if term.takes == Takes.LEVEL else "发现"
    asked = f"评定：{said.rule.indicator.name}（{what}：{term.name}）"
    return Unknown((asked,), f"没有写“{term.name}”")


def _say_named(said: Said, one: SaidTerm) -> None:
    named, term = one.named, one.called.term
    place = named.said_place if named.said else named.place
    try:
        wanted, words = _KINDS.get(named.key, (term.takes, ""))
        if term.takes != wanted:
            raise RatingError(f"“{term.name}”不是{words}的，请写在“发现”下")
        alone = not named.said or (one.called.level and named.said == YES)
        at = _alone(one) if alone else read_for(term, named.said, holds=one.called.holds)
    except RatingError as error:
        raise refused(said.rule.indicator.name, place, error) from None
    said.say(term, at, place, named.name)


def _alone(one: SaidTerm) -> At:
    """Read a name without a value: what it names is there."""
    term, name = one.called.term, one.named.name
    if one.called.level:
        return Level(name)
    match term.takes:
        case Takes.ANSWER:
            return Answer(one.called.holds)
        case Takes.DEDUCTION:
            return Answer(holds=True)
        case Takes.COUNT:
            raise RatingError(f"“{name}”要写数到几，如 {{{name}: 3}}")
        case Takes.LEVEL:
            raise RatingError(f"“{name}”要写哪一档：{'、'.join(option.words for option in term.options)}")
        case _:
            raise RatingError(f"“{name}”要写数值，如 {{{name}: 88%}}")


def _say_alone(said: Said) -> None:
    """Keep what is said without a name, where it can mean one input only."""
    rating, place = said.rating, said.rating.place
    if rating.level is not None:
        term = _with_level(said, rating.level)
        said.say(term, Level(rating.level, rating.score), place, rating.level)
    elif rating.score is not None:
        given = _only(said, Takes.GIVEN, "得分")
        said.say(given, Given(rating.score), place, "得分")
    if rating.deduction is not None:
        said.say(_only(said, Takes.DEDUCTION, "扣分"), Taken(rating.deduction), place, "扣分")
    if rating.answer is not None:
        said.say(_only(said, Takes.ANSWER, "符合"), Answer(rating.answer), place, "符合")


def _only(said: Said, takes: Takes, key: str) -> Term:
    """Give the one input that a key without a name can mean."""
    found = [term for term in said.terms if term.takes == takes]
    if len(found) == 1:
        return found[0]
    if not found:
        raise RatingError(f"评分标准没有要写“{key}”的地方，{names_told(said.rule.meaning)}")
    names = "、".join(f"“{term.name}”" for term in found)
    raise RatingError(f"“{key}”不知道说的是哪一处（{names}），请按名称写")


def _with_level(said: Said, words: str) -> Term:
    """Find the input that has a level of these words: exact words first, else part of the words of one only."""
    levels = [term for term in said.terms if term.takes == Takes.LEVEL]
    for fits in ways_to_fit(words):
        found = [term for term in levels if any(fits(option.words) for option in term.options)]
        if len(found) == 1:
            return found[0]
        if found:
            raise told_several(words, (term.name for term in found))
    known = "、".join(option.words for term in levels for option in term.options)
    raise RatingError(f"“{words}”不是评分标准里的档次" + (f"，可用：{known}" if known else ""))


def _counted(said: Said) -> list[Term]:
    """Give what 次数 may count: several where the sentence counts several things and none is named."""
    count = said.rating.count
    if count is None:
        return []
    counted = counted_by(said.terms, Count(count), said.inputs)
    if not counted:
        raise RatingError(f"评分标准没有按次数计分而还没有写的地方，{names_told(said.rule.meaning)}")
    for term in counted:
        term.outcome(Count(count))
    return counted


# ── 达到 ─────────────────────────────────────────────────────────────────────────────────────────


def _say_met(said: Said) -> None:
    """Keep what is listed as met; an item that is not listed is not met."""
    listed = said.rating.met
    if listed is None:
        return
    denied = dict(said.inputs)
    levels: dict[str, tuple[Term, Level, Text]] = {}
    met: set[str] = set()
    for entry in listed:
        try:
            for called, at in _met(said, entry):
                if isinstance(at, Level):
                    before = levels.get(called.name)
                    best = higher(called, None if before is None else before[1], at)
                    levels[called.name] = (called, best, entry)
                else:
                    said.say(called, at, entry.place, entry.text)
                    met.add(called.name)
        except RatingError as error:
            raise refused(said.rule.indicator.name, entry.place, error) from None
    for term, level, entry in levels.values():
        said.say(term, level, entry.place, entry.text)
    for term in said.terms:
        if _is_item(term) and term.name not in met:
            if denied.get(term.name) == Answer(holds=True):
                problem = RatingError(f"“{term.name}”没有列在“达到”里，这里却写了达到")
                raise refused(said.rule.indicator.name, said.places[term.name], problem)
            said.inputs[term.name] = Answer(holds=False)


def _is_item(term: Term) -> bool:
    return term.kind == "item" and bool(term.places)


def _met(said: Said, entry: Text) -> Iterator[tuple[Term, At]]:
    """Yield what an entry under 达到 lists: numbers of items and levels, or words."""
    if entry.text in ALL:
        yield from ((term, Answer(holds=True)) for term in said.terms if _is_item(term))
        return
    places = places_in(entry.text)
    if places is None:
        yield _met_called(said, entry.text)
        return
    placed = {place: term for term in said.terms for place in term.places}
    for place in sorted(places):
        term = placed.get(place)
        if term is None:
            raise RatingError(f"评分标准里可以写序号的只有{len(placed)}处，没有第{place}处")
        yield term, _earned(term, f"第{place}处“{term.name}”", term.options[place - term.places[0]].words)


def _met_called(said: Said, words: str) -> tuple[Term, At]:
    called = called_in(said.rule.meaning, words)
    if not isinstance(called, Called) or not called.holds:
        raise RatingError(f"“{words}”不是得分的情况，请写在“发现”下")
    return called.term, _earned(called.term, f"“{words}”", words)


def _earned(term: Term, what: str, level: str) -> At:
    """Say that something that earns is met; raises RatingError where it earns nothing, or by how much it counts."""
    if term.takes == Takes.LEVEL:
        if not any(_fits(option.words, level) for option in term.options):
            names = "、".join(option.words for option in term.options)
            raise RatingError(f"{what}要写哪一档：{names}")
        return Level(level)
    if _is_item(term):
        return Answer(holds=True)
    if term.takes == Takes.ANSWER and term.kind != "item":
        raise RatingError(f"{what}是扣分的情况，请写在“发现”下：发现: {{{term.name}: 是}}")
    raise RatingError(f"{what}请写在“发现”下")


def _fits(words: str, said: str) -> bool:
    return plain_name(said) in plain_name(words)
