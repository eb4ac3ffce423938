"""Parsing tables of the grammars, made once and kept beside them as JSON.

Lark makes them; reading by them (`reading.py`) needs no Lark, whose import and tables took 35 ms of every start.
`python -m jixiao.language.tables` makes them anew; a test fails where they are stale.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

from jixiao.dataclass import dataclass

_HERE = Path(__file__).parent
GRAMMARS = (
    (_HERE / "formula" / "grammar.lark", "condition"),
    (_HERE / "standard" / "grammar.lark", "sentence"),
)
"""Each grammar and the rule it starts from."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of a grammar: how many values it takes together, and what is made of them."""

    name: str
    """What it makes, as the table knows it."""
    size: int
    call: str
    """The method that makes it."""
    alone: bool
    """Whether a single value is left as it is (?rule)."""
    flat: bool
    """Whether its values become those of the rule around it (_rule)."""


@dataclass(frozen=True, slots=True)
class Tables:
    """What to do in each state at each token: go to a state, or, below 0, apply rule -1 - number."""

    states: tuple[dict[str, int], ...]
    rules: tuple[Rule, ...]
    start: int
    end: int


def open_tables(grammar: Path, start: str) -> Tables:
    """Give the tables of a grammar: those kept beside it, or made of it where they are of another text."""
    text = grammar.read_text(encoding="utf-8")
    kept = _tables_file(grammar)
    if kept.is_file():
        found = json.loads(kept.read_text(encoding="utf-8"))
        if found["of"] == _digest(text):
            return _read(found)
    return make_tables(text, start)


def make_tables(text: str, start: str) -> Tables:
    """Make the tables of a grammar from its text."""
    from jixiao.language.with_lark import make_parser

    parser = make_parser(text, start)
    table = parser.parser.parser._parse_table  # noqa: SLF001 — Lark shows it nowhere else
    rules = {rule: number for number, rule in enumerate(sorted(parser.rules, key=repr))}
    places = _places(table, start)
    states = tuple(
        {
            name: places[to] if action.name == "Shift" else -1 - rules[to]
            for name, (action, to) in sorted(table.states[state].items(), key=lambda one: one[0])
        }
        for state in places
    )
    return Tables(
        states, tuple(map(_rule, rules)), places[table.start_states[start]], places[table.end_states[start]]
    )


def _places(table: Any, start: str) -> dict[Any, int]:
    """Number the states as they are reached: Lark numbers them otherwise every time."""
    places = {table.start_states[start]: 0}
    left = list(places)
    for state in left:
        for _, (action, to) in sorted(table.states[state].items(), key=lambda one: one[0]):
            if action.name == "Shift" and to not in places:
                places[to] = len(places)
                left.append(to)
    return places


def _rule(rule: Any) -> Rule:
    """Give what Lark knows of a rule; raises ValueError for what `reading.py` can't do."""
    options, name = rule.options, rule.origin.name
    if any(symbol.is_term and symbol.filter_out for symbol in rule.expansion) and not options.keep_all_tokens:
        raise ValueError(f"{rule}: tokens that are left out")
    return Rule(
        str(name),
        len(rule.expansion),
        str(rule.alias or name),
        bool(options.expand1 and not rule.alias),
        name.startswith("_"),
    )


def write_tables(grammar: Path, start: str) -> None:
    """Make the tables of a grammar and keep them beside it."""
    text = grammar.read_text(encoding="utf-8")
    tables = make_tables(text, start)
    rules = [[one.name, one.size, one.call, one.alone, one.flat] for one in tables.rules]
    kept = {
        "of": _digest(text),
        "start": tables.start,
        "end": tables.end,
        "rules": rules,
        "states": tables.states,
    }
    _tables_file(grammar).write_text(json.dumps(kept, separators=(",", ":")) + "\n", encoding="utf-8")


def _read(kept: dict[str, Any]) -> Tables:
    rules = tuple(Rule(*rule) for rule in kept["rules"])
    return Tables(tuple(kept["states"]), rules, kept["start"], kept["end"])


def is_fresh(grammar: Path, start: str) -> bool:
    """Whether the kept tables are those that the grammar as it is now gives."""
    kept = _tables_file(grammar)
    text = grammar.read_text(encoding="utf-8")
    return kept.is_file() and _read(json.loads(kept.read_text(encoding="utf-8"))) == make_tables(text, start)


def _tables_file(grammar: Path) -> Path:
    return grammar.with_suffix(".tables")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


if __name__ == "__main__":
    for path, first in GRAMMARS:
        write_tables(path, first)
