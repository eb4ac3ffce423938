"""Read tokens by the tables of a grammar.

Tables say at each token whether to go on or to take the last values together by a rule. What the rules make is made
only when all tokens fit: what does not fit is told before what does not make sense.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from jixiao.language.tables import Rule, Tables
from jixiao.language.tokens import END, Token


class Unexpected(Exception):
    """A token fits nowhere in the grammar."""

    def __init__(self, token: Token) -> None:
        super().__init__(token)
        self.token = token


class _Flat(list[Any]):
    """Values that become those of the rule around them."""


def read(tables: Tables, tokens: Iterable[Token], build: object) -> Any:
    """Give what `build` makes of the tokens: it has a method for each rule, which takes its values.

    Raises Unexpected, or what a method raises.
    """
    values: list[Any] = []
    for step in list(_steps(tables, tokens)):
        if isinstance(step, Token):
            values.append(step)
        else:
            first = len(values) - step.size
            values[first:] = [_made(step, values[first:], build)]
    return values[0]


def _made(rule: Rule, parts: list[Any], build: object) -> Any:
    taken: list[Any] = []
    for part in parts:
        if isinstance(part, _Flat):
            taken += part
        else:
            taken.append(part)
    if rule.flat:
        return _Flat(taken)
    return taken[0] if rule.alone and len(taken) == 1 else getattr(build, rule.call)(*taken)


def _steps(tables: Tables, tokens: Iterable[Token]) -> Iterator[Token | Rule]:
    """Yield each token as it is taken in, and each rule as it is applied."""
    states, rules, passed = tables.states, tables.rules, [tables.start]
    last = 0
    for token in tokens:
        last = token.end_pos
        while (to := states[passed[-1]].get(token.type)) is not None and to < 0:
            yield _applied(rules[-1 - to], passed, states)
        if to is None:
            raise Unexpected(token)
        passed.append(to)
        yield token
    while passed[-1] != tables.end:
        to = states[passed[-1]].get(END)
        if to is None:
            raise Unexpected(Token(END, "", last, last))
        if to >= 0:
            passed.append(to)
        else:
            yield _applied(rules[-1 - to], passed, states)


def _applied(rule: Rule, passed: list[int], states: tuple[dict[str, int], ...]) -> Rule:
    """Leave the states of what a rule takes together, and go to that of what it makes."""
    if rule.size:
        del passed[-rule.size :]
    passed.append(states[passed[-1]][rule.name])
    return rule
