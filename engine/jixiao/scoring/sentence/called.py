"""What a reviewer names of a sentence: an input of one of its small rules, or a fact that it vetoes or exempts by."""

from __future__ import annotations

from collections.abc import Iterable

from jixiao.dataclass import dataclass
from jixiao.language.formula import plain_name
from jixiao.scoring.scale.named import Called, called_by, no_such, refuse_given, told_several, ways_to_fit
from jixiao.scoring.scale.said import OWN, Takes
from jixiao.scoring.sentence.meaning import Meaning

_OF_POINTS = frozenset("每扣得分0123456789")
"""Signs of what is earned, which nothing that is counted is called by."""
MIN_PART = 2
"""Fewest signs that name something by a part of its words."""


@dataclass(frozen=True, slots=True)
class CalledFact:
    """A fact of the sentence that words name."""

    fact: str


def called_in(meaning: Meaning, words: str) -> Called | CalledFact:
    """Find what words name in a sentence: exact words first, else part of the words of one thing only.

    Raises RatingError, with the names that there are, where there is none, or are several.
    """
    standard = meaning.standard
    facts = [*(one.fact for one in standard.vetoes), *(one.fact for one in standard.exemptions)]
    terms = [term for term in meaning.terms if term.name != OWN and not term.is_given]
    for place, fits in enumerate(ways_to_fit(words)):
        if place and len(plain_name(words)) < MIN_PART:
            break
        found: dict[object, Called | CalledFact] = {one.key: one for one in called_by(terms, fits)}
        found |= {fact: CalledFact(fact) for fact in facts if fits(fact)}
        if len(found) == 1:
            (one,) = found.values()
            if isinstance(one, Called):
                refuse_given(words, one, meaning.terms)
            return one
        if found:
            raise told_several(words, (_name(one) for one in found.values()))
    if _is_counted(meaning, words):
        return Called(meaning.terms[0])
    raise no_such(words, (*(term.name for term in terms), *facts), names_told(meaning))


def fact_called(facts: Iterable[str], words: str) -> str | None:
    """Find the fact that words name among some, as `called_in` does; None where there is none, or are several."""
    known = list(facts)
    for place, fits in enumerate(ways_to_fit(words)):
        found = [fact for fact in known if fits(fact)]
        if found and (not place or len(plain_name(words)) >= MIN_PART):
            return found[0] if len(found) == 1 else None
    return None


def names_told(meaning: Meaning) -> str:
    """Say what can be named in a sentence."""
    standard = meaning.standard
    names = dict.fromkeys(
        (
            *(term.name for term in meaning.terms if term.name and not term.is_given),
            *(one.fact for one in standard.vetoes),
            *(one.fact for one in standard.exemptions),
        )
    )
    return f"可写的有：{'、'.join(names)}" if names else "这条评分标准没有可按名称写的情况"


def _name(one: Called | CalledFact) -> str:
    return one.fact if isinstance(one, CalledFact) else one.term.name


def _is_counted(meaning: Meaning, words: str) -> bool:
    """Whether words say what a sentence counts that counts only one thing: 未按期装订 of 每发现一处未按期装订扣1分."""
    said = plain_name(words)
    counts = meaning.takes == Takes.COUNT and len(said) >= MIN_PART and not _OF_POINTS.intersection(said)
    return counts and said in plain_name(meaning.standard.form.canonical())
