"""What a table says of itself and of its indicators, as labels and texts."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.model.portrait import TablePortrait
from jixiao.model.ruleset import Indicator, Readings, Ruleset
from jixiao.quantity import points_text


def title_of(ruleset: Ruleset) -> str:
    """Give the name of the table with its code and version."""
    return f"{ruleset.title}（{ruleset.reference}）"


def heading_facts(table: TablePortrait) -> Iterator[tuple[str, str]]:
    """Yield what stands at the head of a table."""
    ruleset = table.ruleset
    scope = ruleset.scope
    years = "、".join(str(year) for year in scope.years)
    yield "适用", f"{scope.region}，{scope.subject}，{years} 年度"
    grades = "，".join(f"{name} {points_text(lowest)} 分起" for name, lowest in ruleset.grades)
    yield "满分", f"{points_text(ruleset.full)} 分；等级：{grades}"
    if ruleset.readings:
        yield "口径", readings_text(ruleset.readings)
    yield from total_facts(ruleset)
    if ruleset.basis:
        yield "依据", ruleset.basis
    provisional = sum(one.provisional for one in ruleset.indicators)
    note = f"，其中 {provisional} 项的分值或条文为推定，以 * 标出" if provisional else ""
    yield "指标", f"共 {len(ruleset.indicators)} 项{note}"


def total_facts(ruleset: Ruleset) -> Iterator[tuple[str, str]]:
    """Yield what the table says of the total besides the points: choices, limits, vetoes."""
    for choice in ruleset.choices:
        by = f"，由{choice.by}选用" if choice.by else ""
        yield "任选", f"{'、'.join(choice.indicators)} 任选其一{by}"
    for name, kind in (("上限", "earned"), ("扣分上限", "lost")):
        limits = [one for one in ruleset.limits if one.kind == kind]
        if limits:
            yield name, "，".join(f"{one.block} {points_text(one.points)} 分" for one in limits)
    for limit in ruleset.value_limits:
        formula = f"（{limit.formula.text}）" if limit.formula else ""
        yield "上限", f"{limit.block}：{limit.sentence.text}{formula}{_read_as(limit.readings)}"
    if ruleset.excess is not None:
        named = "、".join(one.text for one in ruleset.excess.indicators) or "有目标值的指标"
        yield "超额", f"{named}：{ruleset.excess.sentence.text}{_read_as(ruleset.excess.readings)}"
    for veto in ruleset.vetoes:
        condition = f"（{veto.condition.text}）" if veto.condition else ""
        yield "否决", f"{veto.fact}{condition}的，{veto.effect.text}"


def facts_of(indicator: Indicator) -> Iterator[tuple[str, str]]:
    """Yield what the table says of an indicator besides its points and sentences."""
    if indicator.category:
        yield "归类", " › ".join(indicator.category)
    if indicator.formula is not None:
        yield "公式", indicator.formula.text
    for exemption in indicator.exemptions:
        yield "免评", f"{exemption.fact}：{exemption.condition.text}"
    if indicator.is_block:
        yield "自设", "指标由单位自己设，写在案例里"
    if indicator.extra:
        yield "附加", "加分，不算在满分里" if indicator.extra == "bonus" else "减分，扣几分总分扣几分"
    if indicator.readings:
        yield "口径", readings_text(indicator.readings)
    yield "出处", indicator.provenance


def computed_by(indicator: Indicator) -> str:
    """Give the name of what an indicator's formula works out; empty where it has none."""
    return "" if indicator.formula is None else indicator.name


def _read_as(readings: Readings) -> str:
    return f"（口径 {readings_text(readings)}）" if readings else ""


def readings_text(readings: Readings) -> str:
    """Write what 口径 says."""
    return "，".join(f"{name}：{value}" for name, value in readings.items())
