"""What is asked: which places take which values, as a grid or as a list, each combination a variant."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from math import prod

from jixiao.bulk.simulate import words
from jixiao.bulk.simulate.knobs import Knob, knob_at
from jixiao.bulk.simulate.values import read_values
from jixiao.bulk.simulate.vary import Turn, turn
from jixiao.model.diagnostic import BadQuestion
from jixiao.model.messages import filled
from jixiao.model.ruleset import Ruleset

MAX_VARIANTS = 10_000
"""Most variants of one run: their distributions are held in memory side by side."""

Asked = tuple[Turn, ...]
"""The changes that make one variant."""


def grid(ruleset: Ruleset, asked: Iterable[str]) -> tuple[Asked, ...]:
    """Give every combination of values (`PATH=VALUES` each), the last place changing first; raises BadQuestion."""
    places: list[tuple[Turn, ...]] = []
    taken: set[str] = set()
    for one in asked:
        path, sign, values = one.replace("＝", "=", 1).partition("=")
        chosen = read_values(values)
        if not sign or not chosen:
            raise BadQuestion(filled(words.NO_VALUES, text=one))
        places.append(_turns(knob_at(path, ruleset), chosen, taken))
    _refuse_many(prod(map(len, places)))
    return tuple(product(*places))


def listed_variants(ruleset: Ruleset, rows: Sequence[Mapping[str, str]]) -> tuple[Asked, ...]:
    """Give a variant for each row, whose keys are paths; what is empty stays as it is. Raises BadQuestion."""
    _refuse_many(len(rows))
    knobs = {path: knob_at(path, ruleset) for path in dict.fromkeys(path for row in rows for path in row)}
    taken: set[str] = set()
    for one in knobs.values():
        _take(one, taken)
    return tuple(tuple(turn(knobs[path], text) for path, text in row.items() if text.strip()) for row in rows)


def _turns(knob: Knob, values: Iterable[str], taken: set[str]) -> tuple[Turn, ...]:
    _take(knob, taken)
    return tuple(turn(knob, value) for value in values)


def _take(knob: Knob, taken: set[str]) -> None:
    """Note a place that is varied; raises BadQuestion where it is already."""
    if knob.path in taken:
        raise BadQuestion(filled(words.TWICE, path=knob.path))
    taken.add(knob.path)


def _refuse_many(count: int) -> None:
    if count > MAX_VARIANTS:
        raise BadQuestion(filled(words.TOO_MANY_VARIANTS, count=count, most=MAX_VARIANTS))
