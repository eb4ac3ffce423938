"""Parsing tables of the grammars, made once and kept beside them.

Making the tables takes some 100 ms, reading them 5 ms, and every command waits for them.
`python -m jixiao.language.tables` makes them anew; a test fails where they are stale.
"""

from __future__ import annotations

import hashlib
import io
import pickle
from importlib.metadata import version
from pathlib import Path

from lark import Lark

from jixiao.language.tokens import GivenTokens

_HERE = Path(__file__).parent
GRAMMARS = (
    (_HERE / "formula" / "grammar.lark", "condition"),
    (_HERE / "standard" / "grammar.lark", "sentence"),
)
"""Each grammar and the rule it starts from."""


def open_grammar(grammar: Path, start: str) -> Lark:
    """Give the parser of a grammar, from its kept tables where they are of this grammar.

    Tables of another version of Lark or of another text are passed over: the parser is
    then made from the grammar itself.
    """
    text = grammar.read_text(encoding="utf-8")
    kept = _tables_file(grammar)
    head = _stamp(text)
    if kept.is_file():
        data = kept.read_bytes()
        if data.startswith(head):
            parser: Lark = Lark.load(io.BytesIO(data[len(head) :]))
            return parser
    return make_parser(text, start)


def make_parser(text: str, start: str) -> Lark:
    """Make the parser of a grammar from its text."""
    return Lark(text, start=start, parser="lalr", lexer=GivenTokens, maybe_placeholders=False)


def write_tables(grammar: Path, start: str) -> None:
    """Make the tables of a grammar and keep them beside it."""
    text = grammar.read_text(encoding="utf-8")
    tables = io.BytesIO()
    make_parser(text, start).save(tables)
    _tables_file(grammar).write_bytes(_stamp(text) + tables.getvalue())


def is_fresh(grammar: Path) -> bool:
    """Whether the kept tables are those of the grammar as it is now."""
    kept = _tables_file(grammar)
    return kept.is_file() and kept.read_bytes().startswith(_stamp(grammar.read_text(encoding="utf-8")))


def _tables_file(grammar: Path) -> Path:
    return grammar.with_suffix(".tables")


def _stamp(text: str) -> bytes:
    """Give what tables begin with: what they were made from and by."""
    made_from = f"{text}\n{version('lark')} {pickle.HIGHEST_PROTOCOL}"
    return b"jixiao tables " + hashlib.sha256(made_from.encode()).hexdigest().encode() + b"\n"


if __name__ == "__main__":
    for path, first in GRAMMARS:
        write_tables(path, first)
