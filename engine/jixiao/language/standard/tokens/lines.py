"""Line breaks: they end a clause where one can end, and stand inside one otherwise, where a table's cell was too narrow."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.language.standard.tokens.patterns import AWARDED
from jixiao.language.standard.tokens.source import Source
from jixiao.language.standard.tokens.tokenise import tokenise
from jixiao.language.tokens import Token

_COMPUTED = frozenset({"EXPRESSION", "DEFINITION"})
_ENDING = (AWARDED | {"SEMI", "RPAR", "RESTATED"}) - {"EXPRESSION"}
_BEGINNING = frozenset({"MARK", "SEMI", "DEFINITION", "RESTATED"})
_OPEN = re.compile(r"[,:、(\[×÷*/+\-=]$")
_GOES_ON = re.compile(r"^(?:[,:;。.、)\]×÷*/+\-=]|分(?![别类]))")
_COMPUTES = re.compile(r"^[^,;。:=<>≤≥得扣]*[×÷*/+)%]")
"""How the rest of a formula looks."""
_WHOLE = re.compile("为(?:准|依据|据)$")
"""以年末台账为准: words alone that are whole."""


def with_lines_joined(source: Source, names: tuple[str, ...] = ()) -> Source:
    """Give the sentence without the line breaks at which no clause can end."""
    if "\n" not in source.text:
        return source
    lines = source.text.split("\n")
    kept: list[int] = []
    begin = depth = 0
    for place, line in enumerate(lines):
        kept.extend(range(begin, begin + len(line)))
        begin += len(line) + 1
        depth += line.count("(") - line.count(")")
        if place + 1 < len(lines) and _ends(line, lines[place + 1], names, inside=depth > 0):
            kept.append(begin - 1)
    text = "".join(source.text[place] for place in kept)
    return Source(source.original, text, tuple(source.places[place] for place in kept))


def _ends(line: str, following: str, names: tuple[str, ...], *, inside: bool) -> bool:
    """Whether a clause can end with a line; `inside`: a bracket is open there."""
    if not line or not following:
        return False
    if _GOES_ON.search(following):
        return False
    alone, after, joined = (_cut(text, names) for text in (line, following, line + following))
    last = next((one for one in joined if one and one.end_pos == len(line)), None)
    if alone[-1].type in _COMPUTED:
        return not inside and not _OPEN.search(line) and not _COMPUTES.search(following)
    if last is not None and after[0].type == "MARK":
        return True
    if inside:
        return False
    if after[0].type in _BEGINNING and after[0] != "(":
        return True
    if last is None or _OPEN.search(line):
        return False
    then = next((one for one in joined if one and one.start_pos == len(line)), None)
    told = last.type in _ENDING and (last.type != "RPAR" or _behind_award(alone))
    return _WHOLE.search(line) is not None or (told and (then is None or then.type != "POINTS"))


def _cut(line: str, names: tuple[str, ...]) -> list[Token]:
    return tokenise(Source(line, line, tuple(range(len(line)))), names)


def _behind_award(tokens: Sequence[Token]) -> bool:
    """Whether the bracket that ends a line stands behind what a clause earns."""
    depth = 0
    for one in reversed(tokens):
        depth += (one.type in ("RPAR", "AWARD_RPAR")) - (one.type == "LPAR")
        if depth <= 0 and one.type != "LPAR":
            return one.type in _ENDING
    return True
