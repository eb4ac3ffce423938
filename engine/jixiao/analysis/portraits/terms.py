"""The small rules that a sentence adds up, and what it asks for, as people are shown them."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from jixiao.analysis.portraits.choices import options_of
from jixiao.analysis.portraits.clauses import clause_of
from jixiao.analysis.portraits.effects import cap_of, effect_of
from jixiao.analysis.portraits.graphs import graph_of
from jixiao.analysis.portraits.kinds import has_input, kind_of
from jixiao.model.term import Graph, Input, SectionBounds, TermPortrait, Unsaid
from jixiao.quantity import PLAIN, Unit
from jixiao.scoring.scale.said import OWN, Answer, Takes
from jixiao.scoring.scale.term import Section, Term
from jixiao.scoring.sentence.at import wanted
from jixiao.scoring.sentence.at_several import example_of
from jixiao.scoring.sentence.meaning import Meaning
from jixiao.scoring.sentence.measure import is_whole, unit_of_term

_MEASURED = (Takes.VALUE, Takes.COUNT)


def terms_of(meaning: Meaning, name: str, unit: Unit, graph: Graph | None) -> tuple[TermPortrait, ...]:
    """Give the terms of a sentence; `unit` and `graph` are those of its own value or count."""
    return tuple(_term(meaning, place, name, unit, graph) for place in range(len(meaning.terms)))


def _term(meaning: Meaning, place: int, name: str, unit: Unit, graph: Graph | None) -> TermPortrait:
    term = meaning.terms[place]
    return TermPortrait(
        kind=kind_of(term),
        clause=clause_of(meaning, place),
        input=(term.name or name) if has_input(term) else "",
        points=term.full,
        effect=effect_of(term),
        cap=_cap(meaning, term),
        section=_section(term.section),
        choices=tuple(options_of(term)) if term.takes not in _MEASURED else (),
        graph=graph if meaning.takes in _MEASURED else _graph(meaning, place, unit),
    )


def _graph(meaning: Meaning, place: int, own: Unit) -> Graph | None:
    term = meaning.terms[place]
    unit = _unit(term, own)
    return graph_of(meaning, place, unit, whole=term.whole or is_whole(unit))


def _unit(term: Term, own: Unit) -> Unit:
    if term.takes not in _MEASURED:
        return PLAIN
    return own if term.name == OWN else unit_of_term(term)


def _cap(meaning: Meaning, term: Term) -> Fraction | None:
    """Give the most that a term earns or takes; of a sentence that is one rule, what its floor leaves to lose."""
    standard = meaning.standard
    floor = standard.floor or Fraction(0)
    return standard.points - floor if floor > 0 and term.name == OWN else cap_of(term)


def _section(section: Section | None) -> SectionBounds | None:
    return None if section is None else SectionBounds(section.place, section.floor, section.cap)


def inputs_of(meaning: Meaning, name: str, unit: Unit) -> tuple[Input, ...]:
    """Give what a sentence asks for, the facts that decide it last."""
    return (*_inputs(meaning, name, unit), *_facts(meaning))


def _inputs(meaning: Meaning, name: str, unit: Unit) -> Iterator[Input]:
    several = meaning.takes == Takes.SEVERAL
    for term in meaning.terms:
        if has_input(term):
            how = example_of(term) if several or term.name else wanted(meaning)
            yield Input(term.name or name, term.takes, _unit(term, unit), how, _unsaid(term))


def _unsaid(term: Term) -> Unsaid:
    if term.unsaid is None:
        return Unsaid.NEEDED
    return Unsaid.MET if term.unsaid == Answer(holds=True) else Unsaid.NOTHING


def _facts(meaning: Meaning) -> Iterator[Input]:
    facts = [one.fact for one in meaning.standard.vetoes] + [one.fact for one in meaning.standard.exemptions]
    for fact in dict.fromkeys(facts):
        yield Input(fact, Takes.ANSWER, how=fact, unsaid=Unsaid.NOTHING)
