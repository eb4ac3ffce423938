"""The common frameworks (共性框架) that tables begin with and are held against."""

from __future__ import annotations

from jixiao.dataclass import replace
from jixiao.desk.rules import Rules, open_rules
from jixiao.language.formula import plain_name
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.framework import CommonIndicator, Framework
from jixiao.model.messages import listed, nearest


def frameworks(*, rules: Rules = None) -> tuple[Framework, ...]:
    """Give every framework there is, with its indicators, formulas and 要点.

    Raises Refused where the rules can't be read.
    """
    return open_rules(rules).frameworks()


def framework(reference: str, indicator: str = "", *, rules: Rules = None) -> Framework:
    """Give a framework, as in common/department, with all its indicators or those of that name.

    An indicator is named by its name, another name it goes by, its code, or a part of its name.
    Raises Refused where there is no such framework or indicator.
    """
    found = open_rules(rules).framework(reference)
    return replace(found, indicators=_chosen(found, indicator)) if indicator else found


def _chosen(found: Framework, wanted: str) -> tuple[CommonIndicator, ...]:
    word = plain_name(wanted)
    exact = [one for one in found.indicators if word in (one.id, *map(plain_name, one.names))]
    fitting = exact or [one for one in found.indicators if word and word in plain_name(one.name)]
    if not fitting:
        known = {plain_name(name): name for one in found.indicators for name in one.names}
        hint = nearest(wanted, known) or f"，有：{listed(one.name for one in found.indicators)}"
        message = f"共性框架{found.reference}里没有名为“{wanted}”的指标{hint}"
        raise Refused(Diagnostic(Place(found.place.file), message))
    return tuple(fitting)
