"""The tokens of scoring sentences: what each looks like, and where it may stand.

Tokens are tried in the order of TOKENS; what none of them claims is free text. Patterns are
written over the folded sentence, which has no spaces, in re.VERBOSE. `after` names the
tokens that must stand before, where the same signs mean something else elsewhere
(- between numbers, 以上 behind a number).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache

from jixiao.dataclass import dataclass
from jixiao.language.standard.tokens.around import AROUND
from jixiao.language.standard.tokens.awards import AWARDS
from jixiao.language.standard.tokens.bounds import BOUNDS
from jixiao.language.standard.tokens.separators import SEPARATORS
from jixiao.language.standard.tokens.shapes import Shape, kept_shapes
from jixiao.language.standard.tokens.subjects import SUBJECTS


@dataclass(frozen=True, slots=True)
class Word:
    """One token: its name in the grammar, its pattern, and what must stand before it."""

    kind: str
    written: str
    after: frozenset[str]
    shape: Shape

    @property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, compiled when it is first tried: few sentences need all."""
        return _compiled(self.written)


@cache
def _compiled(written: str) -> re.Pattern[str]:
    return re.compile(written, re.VERBOSE)


_WRITTEN = (*SEPARATORS, *AROUND, *BOUNDS, *AWARDS, *SUBJECTS)
PATTERNS: tuple[str, ...] = tuple(written for _, written, _ in _WRITTEN)
TOKENS: tuple[Word, ...] = tuple(
    Word(kind, written, after, shape)
    for (kind, written, after), shape in zip(_WRITTEN, kept_shapes(PATTERNS), strict=True)
)
"""Every token, in the order in which they are tried."""


def words_in(text: str) -> Callable[[str], tuple[Word, ...]]:
    """Give, for a sentence, a function to the tokens that may begin with a character, in the order in which they are tried."""
    characters = frozenset(text)
    fitting = {word.written for word in TOKENS if word.shape.fits(characters)}
    return cache(lambda character: tuple(word for word in _beginning(character) if word.written in fitting))


@lru_cache(maxsize=4_096)
def _beginning(character: str) -> tuple[Word, ...]:
    """Give the tokens that may begin with a character: the same in every sentence."""
    return tuple(word for word in TOKENS if word.shape.begins(character))


OPENING = frozenset(
    {"FLOOR", "ENDED", "UNTIL", "LEAST", "UNFLOORED", "SPILL", "CAP", "ADDCAP"}
    | {"BASE", "PIN", "SOON", "PARTSTEP", "MARK", "ELSE", "MAGNITUDE", "DEFINITION", "RESTATED"}
)
"""Tokens that open a clause: a comma before them ends the clause before."""

AWARDED = frozenset(
    {
        "KEPT",
        "POINTS",
        "POINTSPAN",
        "FULL",
        "ZERO",
        "BASIC",
        "PART",
        "PROPORTIONAL",
        "SCORED",
        "EXPRESSION",
        "AWARD_RPAR",
        "DISCRETION",
        "LEFTOUT",
        "PERMIT",
        "WORTH",
        "VETO",
    }
    | {"FLOOR", "UNFLOORED", "SPILL", "CAP", "STOP", "BASE", "PIN", "SOON", "PARTSTEP", "MAGNITUDE"}
)
"""Tokens that close a clause: a comma behind them ends it."""

STARTING = frozenset({"MARK", "STEP", "EACH", "NUMBER", "PLUSMINUS", "OPERATOR", "BRACKET", "FLOOR", "SPILL"})
"""Tokens that begin a new clause where they follow an award without any sign between."""
