"""Cut a formula into tokens, names by the longest one that is known."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache

from jixiao.language.error import LanguageError
from jixiao.language.tokens import Token
from jixiao.quantity import fold_width, unit_names

_SIGNS = {
    "+": "PLUS", "-": "MINUS", "﹣": "MINUS", "×": "TIMES", "*": "TIMES", "✕": "TIMES", "✖": "TIMES", "⨯": "TIMES",
    "∗": "TIMES", "⋅": "TIMES", "÷": "DIVIDE", "/": "DIVIDE", "∕": "DIVIDE", "⁄": "DIVIDE", ",": "COMMA", "、": "COMMA",
    "(": "LPAR", ")": "RPAR", "[": "LPAR", "]": "RPAR", "{": "LPAR", "}": "RPAR", "【": "LPAR", "】": "RPAR", "〔": "LPAR", "〕": "RPAR",
    "且": "AND", "|": "BAR", "│": "BAR", "∣": "BAR", "或": "OR", "非": "NOT", "&&": "AND", "||": "OR",
}  # fmt: skip
COMPARISONS = {
    "<=": "≤", "≤": "≤", "≦": "≤", ">=": "≥", "≥": "≥", "≧": "≥", "!=": "≠", "<>": "≠", "≠": "≠",
    "==": "=", "=": "=", "<": "<", ">": ">",
}  # fmt: skip
"""Every spelling of a comparison sign and its canonical one."""
FUNCTIONS = ("最大", "最小", "绝对值")
_UNITS = "|".join(sorted(map(re.escape, unit_names()), key=len, reverse=True))
_NUMBER = re.compile(rf"(?:\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d+)(?:\.\d*)*(?:\s*(?:{_UNITS}))?")
_COMPARE = re.compile("|".join(sorted(map(re.escape, COMPARISONS), key=len, reverse=True)))
_FUNCTION = re.compile(rf"({'|'.join(FUNCTIONS)})(?:值)?(?=\s*\()")
_SIGN = re.compile("|".join(sorted(map(re.escape, _SIGNS), key=len, reverse=True)))
_SPLITTING = re.escape("".join(sorted({*"".join(_SIGNS), *"".join(COMPARISONS), *"%;。:"} - {*"且或非"})))
_TIMES_AHEAD = r"(?![xX]\s*[\d(\[{【〔])"
"""What may stand before the next character of a word: it begins no 率x150."""
_WORD = re.compile(rf"(?:{_TIMES_AHEAD}[^\s{_SPLITTING}]|(?<=\S)\n(?=[^\s{_SPLITTING}且或非]))+")
"""A name. A line break inside is that of a narrow cell."""
_YEAR = re.compile(r"(?:19|20)\d\d年")
"""How a name begins that is told by its year: 2022年末人数."""
_CROSS = re.compile(r"[xX](?![A-Za-z])")
_OPERANDS = frozenset({"NUMBER", "RPAR"})
"""Kinds of tokens behind which a cross can only be a sign: 5x人数."""
_QUOTES = str.maketrans("", "", "“”\"‘’'「」『』")


@lru_cache(maxsize=10_000)
def plain_name(name: str) -> str:
    """Give a name as it is compared: half width, no quotation marks, no spaces.

    What was asked before is remembered: a folder of cases asks for the same names again and again.
    """
    return "".join(fold_width(name).translate(_QUOTES).split())


def spellings(names: Iterable[str]) -> dict[str, str]:
    """Give for each plain name its spelling; the first of two equal ones."""
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(plain_name(name), name)
    return found


def tokenise(text: str, known: Collection[str]) -> Iterator[Token]:
    """Yield the tokens of a formula; raises LanguageError at a character that fits nowhere.

    A known name wins over keywords inside it, so that 非税收入 stays one name.
    """
    folded = fold_width(text)
    index = _by_first(tuple(known))
    position, before = 0, ""
    while position < len(folded):
        if folded[position].isspace():
            position += 1
            continue
        one = _next(folded, position, before, index)
        if one is None:
            raise LanguageError(f"公式里不能有“{text[position]}”", position)
        yield one
        position, before = one.end_pos, one.type


_Index = dict[str, list[tuple[str, str]]]
"""First character → plain names with it and how they are written, the longest first."""


@lru_cache(maxsize=16)
def _by_first(names: tuple[str, ...]) -> _Index:
    """Index names once: every formula of a table is read with the same ones."""
    index: _Index = {}
    plain = {plain_name(name): name for name in names}
    for one in sorted(filter(None, plain), key=len, reverse=True):
        index.setdefault(one[0], []).append((one, plain[one]))
    return index


def _next(folded: str, start: int, before: str, known: _Index) -> Token | None:
    named = _known_name(folded, start, known)
    if named is not None:
        return named
    if folded[start] in "xX" and _may_be_times(folded, start, before):
        return Token("TIMES", folded[start], start, start + 1)
    if _YEAR.match(folded, start) and (found := _WORD.match(folded, start)) and len(found[0]) > len("2022年"):
        return Token("NAME", plain_name(found[0]), start, found.end())
    for pattern, kind in ((_FUNCTION, "FUNCTION"), (_COMPARE, "COMPARE"), (_NUMBER, "NUMBER")):
        found = pattern.match(folded, start)
        if found:
            text = COMPARISONS.get(found[0], found[1] if kind == "FUNCTION" else found[0])
            return Token(kind, text, start, found.end())
    found = _SIGN.match(folded, start)
    if found:
        return Token(_SIGNS[found[0]], found[0], start, found.end())
    found = _WORD.match(folded, start)
    return Token("NAME", plain_name(found[0]), start, found.end()) if found else None


def _may_be_times(folded: str, start: int, before: str) -> bool:
    """Whether a letter x stands between two operands, as ×."""
    if before in _OPERANDS:
        return _CROSS.match(folded, start) is not None
    return before == "NAME" and _WORD.match(folded, start) is None


def _known_name(folded: str, start: int, known: _Index) -> Token | None:
    first = start
    while first < len(folded) and not folded[first].translate(_QUOTES):
        first += 1
    for plain, name in known.get(folded[first : first + 1], ()):
        end = _match_plain(folded, start, plain)
        if end is not None and _ends_here(folded, end):
            return Token("NAME", name, start, end)
    return None


def _ends_here(folded: str, end: int) -> bool:
    """Whether a name may end here: 年初预算 is not read out of an unknown 年初预算数."""
    rest = _WORD.match(folded, end)
    return rest is None or rest[0][0] in "且或"


def _match_plain(folded: str, start: int, plain: str) -> int | None:
    """Match a plain name against text that may hold quotation marks; give where it ends."""
    position, opened = start, False
    for wanted in plain:
        while position < len(folded) and (
            not folded[position].translate(_QUOTES) or (position > start and folded[position].isspace())
        ):
            position, opened = position + 1, opened or not folded[position].isspace()
        if position >= len(folded) or folded[position] != wanted:
            return None
        position += 1
    while opened and position < len(folded) and folded[position] in "”\"’'」』":
        position += 1
    return position
