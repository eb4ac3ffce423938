"""The tokens of scoring sentences: what each looks like, and where it may stand.

Tokens are tried in the order of TOKENS; what none of them claims is free text. Patterns are
written over the folded sentence, which has no spaces, in re.VERBOSE. `after` names the
tokens that must stand before, where the same signs mean something else elsewhere
(- between numbers, 以上 behind a number).
"""

from __future__ import annotations

import re

from jixiao.dataclass import dataclass
from jixiao.language.standard.tokens.around import AROUND
from jixiao.language.standard.tokens.awards import AWARDS
from jixiao.language.standard.tokens.separators import SEPARATORS
from jixiao.language.standard.tokens.subjects import SUBJECTS


@dataclass(frozen=True, slots=True)
class Word:
    """One token: its name in the grammar, its pattern, and what must stand before it."""

    kind: str
    pattern: re.Pattern[str]
    after: frozenset[str]


TOKENS: tuple[Word, ...] = tuple(
    Word(kind, re.compile(pattern, re.VERBOSE), after)
    for kind, pattern, after in (*SEPARATORS, *AROUND, *AWARDS, *SUBJECTS)
)
"""Every token, in the order in which they are tried."""

OPENING = frozenset(
    {"FLOOR", "UNTIL", "CAP", "ADDCAP", "BASE", "PIN", "SOON", "PARTSTEP", "MARK", "ELSE", "MAGNITUDE"}
)
"""Tokens that open a clause: a comma before them ends the clause before."""

AWARDED = frozenset(
    {
        "POINTS",
        "POINTSPAN",
        "FULL",
        "ZERO",
        "BASIC",
        "PART",
        "PROPORTIONAL",
        "EXPRESSION",
        "AWARD_RPAR",
        "DISCRETION",
        "LEFTOUT",
        "WORTH",
        "VETO",
    }
    | {"FLOOR", "CAP", "STOP", "BASE", "PIN", "SOON", "PARTSTEP", "MAGNITUDE"}
)
"""Tokens that close a clause: a comma behind them ends it."""

STARTING = frozenset({"MARK", "STEP", "EACH", "NUMBER", "PLUSMINUS", "OPERATOR", "BRACKET", "FLOOR"})
"""Tokens that begin a new clause where they follow an award without any sign between."""
