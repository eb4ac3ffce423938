"""A finding rule that can never fire: it waits for something that nothing gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from jixiao.analysis.lint.formula import ItemSheet
from jixiao.analysis.lint.found import Found, Lint
from jixiao.analysis.lint.rulebook import Rulebook
from jixiao.audit.inference.strata import may_feed
from jixiao.audit.produced import CLAIMED, ITEMLESS, PRODUCED
from jixiao.model.fact import CLAIM, DERIVED
from jixiao.model.finding_rule import FindingRule, Pattern, Term, Variable
from jixiao.model.lint import LintRule

ITEM = "数据项"


def find(rulebook: Rulebook) -> Iterator[Found]:
    """Yield the first reason of every rule whose 当 or 至少 no fact can match."""
    for rule, spot in rulebook.asked_rules():
        for pattern in (*rule.when, *(one.pattern for one in rule.counted)):
            reason = _never(pattern, rulebook)
            if reason:
                yield Found(spot, f"“{rule.name}”永远不会成立：{reason}")
                break


def _never(pattern: Pattern, rulebook: Rulebook) -> str:
    """Say why no fact can match a pattern; empty where one may."""
    if pattern.kind in DERIVED:
        return _underived(pattern, rulebook.finding_rules)
    constants = {name: term for name, term in pattern.terms if not isinstance(term, Variable)}
    for name, texts in constants.items():
        known = PRODUCED.get((pattern.kind, name))
        if known is not None and not set(texts) & set(known):
            shown = "、".join(one or "（空）" for one in known)
            return f"{pattern.kind}的“{name}”不会是{_shown(texts)}，可用：{shown}"
    return _claim(pattern, constants) or _item(pattern.kind, constants, rulebook.sheet)


def _claim(pattern: Pattern, constants: Mapping[str, tuple[str, ...]]) -> str:
    """Say so where a part of a claim never comes out like that."""
    if pattern.kind != CLAIM or not {"项", "结果"} <= constants.keys():
        return ""
    results = {result for part in constants["项"] for result in CLAIMED.get(part, ())}
    if results & set(constants["结果"]):
        return ""
    return f"{_shown(constants['项'])}的结果不会是{_shown(constants['结果'])}，请写{'、'.join(sorted(results))}之一"


def _item(kind: str, constants: Mapping[str, tuple[str, ...]], sheet: ItemSheet) -> str:
    texts = constants.get(ITEM, ())
    if "" in texts and kind in ITEMLESS:
        return ""
    if not texts or not sheet.complete or any(text.split("·")[0] in sheet.items for text in texts):
        return ""
    return f"items.yaml 里没有数据项{_shown(texts)}，请改为其中的名称"


def _underived(pattern: Pattern, rules: tuple[FindingRule, ...]) -> str:
    if any(may_feed(rule.then, pattern) for rule in rules):
        return ""
    wanted = "，".join(f"{name} {_text(term)}" for name, term in pattern.terms if _text(term))
    return f"没有规则得出这样的{pattern.kind}（{wanted}），请核对各条的“则”"


def _text(term: Term) -> str:
    return "" if isinstance(term, Variable) else "、".join(term)


def _shown(texts: tuple[str, ...]) -> str:
    return "、".join(f"“{text}”" for text in texts)


LINT = Lint(LintRule("rule-never", "永远不会成立的疑点规则", "warning"), find)
