"""Indicators of an issued table beside those of the common frameworks: codes, and formulas over known items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from jixiao.analysis.lint.common import applying
from jixiao.dataclass import dataclass
from jixiao.language.error import LanguageError
from jixiao.language.formula import infer_units, parse_formula, plain_name, write_formula
from jixiao.model.framework import CommonIndicator, Framework
from jixiao.model.ruleset import Item, Scope

_OPERATORS = re.compile(r"[()（）\[\]【】{}｛｝+＋\-－—–−×xX*✕÷/／,，%％\d.\s]+")
_FILLING = re.compile(
    r"^(?:本年度?|当年度?|年度|全年|单位|部门|本部门|本单位|实际的?)|(?:总额|总数|数额|金额|数|合计)$"
)


@dataclass(frozen=True, slots=True)
class Match:
    """The common indicator that an issued one is taken for."""

    framework: Framework
    indicator: CommonIndicator


def match_of(name: str, path: Sequence[str], frameworks: Sequence[Framework], scope: Scope) -> Match | None:
    """Find an indicator by its name, or another that it goes by: in frameworks for this kind of table, under the same 归类 first."""
    wanted = plain_name(name)
    suited = applying(frameworks, scope)
    ordered = [*suited, *(one for one in frameworks if one not in suited)]
    found = [
        Match(framework, one)
        for framework in ordered
        for one in framework.indicators
        if wanted in map(plain_name, one.names)
    ]
    under = set(map(plain_name, path))
    return max(found, key=lambda one: len(under & set(map(plain_name, one.indicator.category))), default=None)


def formula_of(written: str | None, match: Match | None, items: Mapping[str, Item]) -> str:
    """Give a formula over items: as the table writes it, else the common one of the same shape; "" where none is known."""
    if written is not None:
        own = _said(written, items)
        return own or _alike(written, match, items)
    if match is None or match.indicator.formula is None:
        return ""
    return _known(match.indicator.formula.text, items)


def _said(written: str, items: Mapping[str, Item]) -> str:
    """Say a formula over items, each of its words being the name of one."""
    owners = _owners(items)
    text = written
    for phrase in sorted(set(_phrases(written)), key=len, reverse=True):
        item = owners.get(plain_name(phrase))
        if item is None:
            return ""
        text = text.replace(phrase, item)
    return _known(text, items)


def _phrases(written: str) -> list[str]:
    return [one for one in _OPERATORS.split(written) if one]


def _owners(items: Mapping[str, Item]) -> dict[str, str]:
    """Give items by name, alias or what reports call them; what two go by names none."""
    owners: dict[str, str] = {}
    often: set[str] = set()
    for item in items.values():
        for name in {plain_name(one) for one in item.phrases if "…" not in one}:
            if name in owners:
                often.add(name)
            owners[name] = item.name
    for name in often:
        del owners[name]
    owners |= {plain_name(alias): item.name for item in items.values() for alias in item.aliases}
    return owners | {plain_name(item.name): item.name for item in items.values()}


def _alike(written: str, match: Match | None, items: Mapping[str, Item]) -> str:
    """Give the common formula that has the same shape, and words that speak of the same things."""
    if match is None:
        return ""
    texts = [one.formula for one in match.indicator.variants]
    for text in (match.indicator.formula, *texts):
        if text is None or _shape(text.text) != _shape(written):
            continue
        pairs = zip(_phrases(text.text), _phrases(written), strict=True)
        if all(_near(one, other) for one, other in pairs):
            return _known(text.text, items)
    return ""


def _shape(text: str) -> str:
    """Give a formula with its words taken out, brackets and crosses alike."""
    signs = re.sub(r"[^()（）\[\]【】+＋\-－—–−×*÷/／]+", "甲", "".join(text.split()))
    for kinds, sign in (
        ("（[【", "("),
        ("）]】", ")"),
        ("＋", "+"),
        ("－—–−", "-"),
        ("*", "×"),
        ("÷／", "/"),
    ):
        signs = re.sub(f"[{re.escape(kinds)}]", sign, signs)
    return re.sub(r"[()]", "", signs)


def _near(one: str, other: str) -> bool:
    """Whether two names speak of one thing: the same years, and most characters."""
    last = ("上年", "去年", "上一年")
    if any(word in one for word in last) != any(word in other for word in last):
        return False
    short, long = sorted((_FILLING.sub("", one), _FILLING.sub("", other)), key=len)
    return bool(short) and 2 * len(set(short) & set(long)) > len(set(short))


def _known(text: str, items: Mapping[str, Item]) -> str:
    """Give a formula as the language writes it; "" where an item of it is not known or units don't fit."""
    try:
        tree = parse_formula(text, items)
        infer_units(tree, {item.name: item.unit.dimension for item in items.values()})
    except LanguageError:
        return ""
    return write_formula(tree).replace("÷", "/")


def lacking(text: str, items: Mapping[str, Item]) -> Iterator[str]:
    """Yield the words of a formula that name no item."""
    owners = _owners(items)
    yield from (one for one in dict.fromkeys(_phrases(text)) if plain_name(one) not in owners)
