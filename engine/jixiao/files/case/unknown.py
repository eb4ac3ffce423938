"""Names in a case that are no item's: kept as they are, with a warning that tells a misspelt one."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterable, Mapping, Sequence

from jixiao.files import messages
from jixiao.files.case.vocabulary import Vocabulary
from jixiao.files.collector import MAX_DIAGNOSTICS
from jixiao.files.yaml.node import Scalar
from jixiao.language.error import LanguageError
from jixiao.language.formula import names, parse_formula, plain_name
from jixiao.model.messages import MAX_SHOWN, Bounded, filled, suggested
from jixiao.model.ruleset import Ruleset
from jixiao.quantity import alike

MANY = 20
"""More names than that are those of a report that was read whole: only those that an item may be meant by are told one by one."""


def warn_of_unknown(keys: Sequence[Scalar], vocabulary: Vocabulary, stated: Collection[str]) -> None:
    """Warn of each name, and of an item without a figure that it may be meant for; `stated`: what has figures.

    Of many, and beyond MAX_DIAGNOSTICS, their number is told: each is compared with every name there is.
    """
    if not keys:
        return
    lacking = wanted_items(vocabulary.ruleset).difference(stated)
    known = {**vocabulary.indicators, **vocabulary.items}
    wanted = [plain for plain, name in known.items() if name in lacking]
    rest: list[Scalar] = [*keys[MAX_DIAGNOSTICS - 1 :]]
    for key in keys[: MAX_DIAGNOSTICS - 1]:
        if len(keys) > MANY and not _alike(
            key.text, wanted
        ):  # of few names: what is like none is not looked up in all
            rest.append(key)
            continue
        pieces = _likeness(key.text, known, lacking)
        if len(keys) > MANY and pieces["hint"] == messages.NEW_FIGURE:
            rest.append(key)
            continue
        vocabulary.collector.warn(key.place, messages.UNKNOWN_FIGURE, name=key.text, **pieces)
    if rest:
        vocabulary.collector.warn(
            min(rest, key=lambda one: one.place).place, messages.MORE_FIGURES, count=len(rest)
        )


def _likeness(name: str, known: Mapping[str, str], lacking: Collection[str]) -> dict[str, Bounded]:
    near = [known[plain] for plain in _alike(name, known)]
    meant = next((one for one in near if one in lacking), None)
    hint = messages.NEW_FIGURE if meant is None else filled(messages.WANTED_INSTEAD, item=meant)
    return {"near": suggested(near if meant is None else ()), "hint": Bounded(hint)}


def _alike(name: str, known: Iterable[str]) -> list[str]:
    return alike(plain_name(name[:MAX_SHOWN]), known)


def wanted_items(ruleset: Ruleset) -> frozenset[str]:
    """Give the items that the formulas and exemptions of a table ask for; what can't be read asks for none."""
    units = {name: item.unit.dimension for name, item in ruleset.items.items()}
    found: set[str] = set()
    for indicator in ruleset.indicators:
        formula = () if indicator.formula is None else (indicator.formula,)
        for text in (*formula, *(one.condition for one in indicator.exemptions)):
            with contextlib.suppress(LanguageError):
                found.update(names(parse_formula(text.text, units)))
    return frozenset(found)
