"""What is said of the small rules of a sentence, the same on a screen and on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from jixiao.model.portrait import Portrait
from jixiao.model.term import Input, SectionBounds, TermPortrait, Unsaid
from jixiao.reports.draw.values import number_text

SAYS = "写："
"""Stands before what can be written of an input."""
COMPUTED = "由公式算出"
UNSAID = "没写的"
ASKS = "要写"


def sections_of(portrait: Portrait) -> Iterator[tuple[str, tuple[TermPortrait, ...]]]:
    """Yield the terms under a heading for each section; without one where all stand together."""
    groups = [(section, tuple(terms)) for section, terms in groupby(portrait.terms, lambda one: one.section)]
    for section, terms in groups:
        yield (_heading(section) if len(groups) > 1 else ""), terms


def _heading(section: SectionBounds | None) -> str:
    if section is None:
        return "从总分里扣"
    bounds = [f"最多{number_text(section.high)}分"] if section.high > 0 else []
    bounds += [
        f"最多扣{number_text(-section.low)}分" if section.high == 0 else f"最少{number_text(section.low)}分"
    ]
    return f"第{section.place}部分：{'，'.join(bounds)}"


def how_to_write(portrait: Portrait, term: TermPortrait, computed: str = "") -> str:
    """Say what can be written of a term; empty where nothing is asked for."""
    if term.input == computed and computed:
        return COMPUTED
    return next((f"{SAYS}{one.how}" for one in portrait.inputs if one.name == term.input), "")


def idle_text(portrait: Portrait) -> str:
    """Give the words that have no part in the score, as they are shown."""
    return f"没有参与评分的话：{'；'.join(portrait.remarks)}"


def asked_of(portrait: Portrait, computed: str = "") -> Iterator[tuple[str, str]]:
    """Yield, each with a label, what a sentence asks for and what is taken where nothing is said.

    `computed`: the input that a formula works out, so that nobody is asked for it.
    """
    inputs = [one for one in portrait.inputs if one.name != computed]
    if portrait.adds_up:
        yield UNSAID, _unsaid(inputs)
        return
    for one in inputs:
        if one.unsaid is Unsaid.NEEDED:
            yield ASKS, f"{one.name}：{one.how}"
        elif one.how != one.name:
            yield ASKS, one.how


def _unsaid(inputs: Sequence[Input]) -> str:
    """Say what is taken of what is not said: the exceptions by name, then the rest."""
    said = []
    for unsaid in (Unsaid.NEEDED, Unsaid.MET):
        names = [f"“{one.name}”" for one in inputs if one.unsaid is unsaid]
        if names:
            said.append(f"{'、'.join(names)}{unsaid.word}")
    if any(one.unsaid is Unsaid.NOTHING for one in inputs):
        said.append(f"其余{Unsaid.NOTHING.word}" if said else Unsaid.NOTHING.word)
    return "；".join(said)
