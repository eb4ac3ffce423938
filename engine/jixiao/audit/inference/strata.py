"""Levels of rules, so that absence and numbers are asked only of facts that are complete.

A rule stands no lower than the rules whose conclusions it may read, and above those whose
conclusions it may find absent or count. Where that goes in a circle there is no answer that
does not depend on the order of firing, so such rules are refused.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.fact import NUMBER
from jixiao.model.finding_rule import FindingRule, Pattern, Then, Variable
from jixiao.model.messages import filled, listed

CYCLE = (
    "疑点规则{names}互相依赖，其中“{name}”的“没有”或“至少”要等它自己的结论，"
    "请在“没有”或“至少”里写明代码，或拆开这几条规则"
)

_Feeds = Mapping[int, tuple[int, ...]]


def levels(rules: Sequence[FindingRule]) -> tuple[int, ...]:
    """Give the level of each rule, from 0; raises Refused for a circle, with the rules in it."""
    reads = {number: _feeding(rules, [*rule.when, *_asked(rule)]) for number, rule in enumerate(rules)}
    waits = {number: _feeding(rules, _asked(rule)) for number, rule in enumerate(rules)}
    _refuse_circles(rules, reads, waits)
    found = [0] * len(rules)
    changed = True
    while changed:
        changed = False
        for number in range(len(rules)):
            least = max(
                [
                    found[number],
                    *(found[one] for one in reads[number]),
                    *(found[one] + 1 for one in waits[number]),
                ]
            )
            changed = changed or least != found[number]
            found[number] = least
    return tuple(found)


def may_feed(then: Then, pattern: Pattern) -> bool:
    """Whether a conclusion may match: false only where a constant or an empty property rules it out."""
    if then.kind != pattern.kind:
        return False
    for name, term in pattern.terms:
        template = then.get(name)
        constant = "" if template is None else template.constant
        if name == NUMBER or constant is None:
            continue
        if not constant if isinstance(term, Variable) else constant not in term:
            return False
    return True


def _asked(rule: FindingRule) -> list[Pattern]:
    return [*rule.absent, *(counted.pattern for counted in rule.counted)]


def _feeding(rules: Sequence[FindingRule], patterns: Sequence[Pattern]) -> tuple[int, ...]:
    return tuple(
        number
        for number, rule in enumerate(rules)
        if any(may_feed(rule.then, pattern) for pattern in patterns)
    )


def _refuse_circles(rules: Sequence[FindingRule], reads: _Feeds, waits: _Feeds) -> None:
    found = []
    for number, rule in enumerate(rules):
        for waited in waits[number]:
            path = _path(waited, number, reads)
            if path:
                names = listed(rules[one].name for one in dict.fromkeys((number, *path)))
                found.append(Diagnostic(rule.place, filled(CYCLE, names=names, name=rule.name)))
                break
    if found:
        raise Refused(*found)


def _path(start: int, goal: int, reads: _Feeds) -> tuple[int, ...]:
    """Give the rules from one to another along what they read; empty where there is no way."""
    paths: dict[int, tuple[int, ...]] = {start: (start,)}
    waiting = [start]
    for rule in waiting:
        if rule == goal:
            return paths[rule]
        for read in reads[rule]:
            if read not in paths:
                paths[read] = (*paths[rule], read)
                waiting.append(read)
    return ()
