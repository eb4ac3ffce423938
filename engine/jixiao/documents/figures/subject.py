"""Whose number it is: the item, or the thing no item knows, that the words before a number name."""

from __future__ import annotations

import re

from jixiao.dataclass import dataclass
from jixiao.documents.figures.lexicon import BUDGET, OUTCOME, Entry, Found, Lexicon, fits
from jixiao.documents.figures.words import ALONGSIDE, BUDGET_WORDS, COMPARED, FILLERS, LEADING, cleaned
from jixiao.model.ruleset import Item

MAX_NOUN = 24
"""Longest thing named that no item knows."""
SHORT = 4
"""A name shorter than this is taken only where nothing else is joined to it."""
_SOFT = re.compile(r"[,:;()\[\]、]")
_HAN = re.compile(r"[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class Subject:
    """What a number is of: a known item, or a name; `both` where income and spending are told in one."""

    name: str
    item: Item | None = None
    both: tuple[Item, ...] = ()
    explicit: bool = True
    """Whether the words name it, so that it need not be what was spoken of before."""
    far: bool = False
    """Whether other words stand between the name and the number."""
    surface: str = ""
    """How the text calls it."""


def side_of(words: str) -> str:
    """Tell which side words are of: budget or outcome; empty where they do not say."""
    if BUDGET_WORDS.search(words):
        return BUDGET
    return OUTCOME if re.search("决算|支出|实际|支付|发生|开支", words) else ""


def find_subject(region: str, unit: str, lexicon: Lexicon, within: str = "") -> Subject | None:
    """Give what the words before a number name; None where they name nothing.

    `region` is the folded text from the last number, or from the beginning of the sentence, to this one.
    """
    words = ALONGSIDE.sub("", COMPARED.sub("", region))
    found = list(lexicon.names_in(words))
    for place, one in enumerate(reversed(found)):
        tail = words[one.end :]
        if FILLERS.fullmatch(tail) is None:
            continue
        head = words[: one.start]
        if _joined(head, one):
            break
        entry = _chosen(one, unit, head, tail, lexicon, within)
        if entry is not None:
            return Subject(entry.item.name, entry.item, surface=one.entries[0].surface)
        if place:
            break
    return _unknown(words, unit, found, lexicon, within)


def _joined(head: str, found: Found) -> bool:
    """Whether a short name is only the end of a longer one that nobody knows."""
    if found.end - found.start >= SHORT:
        return False
    before = _SOFT.split(head)[-1]
    rest = cleaned(before + "甲").removesuffix("甲")
    while (match := LEADING.match(rest)) is not None and match.end():
        rest = rest[match.end() :]
    return bool(_HAN.search(rest)) and FILLERS.fullmatch(rest) is None


def _chosen(found: Found, unit: str, head: str, tail: str, lexicon: Lexicon, within: str) -> Entry | None:
    fitting = [one for one in found.entries if fits(one.item, unit)]
    if within:
        inside = [one for one in fitting if within in one.item.within]
        fitting = inside or [one for one in fitting if not one.item.within] or fitting
    if not fitting:
        return None
    side = side_of(tail) or side_of(_SOFT.split(head)[-1]) or OUTCOME
    explicit = [one for one in fitting if one.explicit or not one.side]
    for entry in explicit or fitting:
        if entry.explicit or not entry.side:
            if entry.side != BUDGET and side == BUDGET and not entry.explicit:
                twin = lexicon.twin(entry.item, BUDGET)
                if twin is not None:
                    return Entry(entry.surface, twin, BUDGET)
            return entry
    twin = lexicon.twin(fitting[0].item, side)
    return fitting[0] if twin is None else Entry(fitting[0].surface, twin, side)


def _unknown(
    words: str, unit: str, found: list[Found], lexicon: Lexicon, within: str
) -> Subject | None:
    """Give the thing named right before the number; or, where other words come between, a known one further off."""
    segments = [one for one in _SOFT.split(words) if one]
    for place, segment in enumerate(reversed(segments)):
        noun = cleaned(segment)
        if not _HAN.search(noun) or FILLERS.fullmatch(noun) is not None:
            continue
        if len(noun) <= MAX_NOUN:
            return Subject(noun)
        if place == 0:
            break
    for one in reversed(found):
        entry = _chosen(one, unit, words[: one.start], words[one.end :], lexicon, within)
        if entry is not None:
            return Subject(entry.item.name, entry.item, far=True)
    last = cleaned(segments[-1]) if segments else ""
    return Subject(last[-MAX_NOUN:], far=True) if _HAN.search(last) else None
