"""What a common framework says of itself and of its indicators, as labels and texts."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.model.framework import CommonIndicator, Framework, Provenance

_PROVENANCE = {
    Provenance.DOCUMENT: "照正式文件",
    Provenance.COPY: "在公开的转载上核对过",
    Provenance.MEMORY: "凭记忆写的，没有核对",
    Provenance.DOUBT: "记得不准，用前必须核对",
}
UNCHECKED_MARK = "*"
"""Stands behind the name of an indicator that nobody has held against the document."""


def title_of(framework: Framework) -> str:
    """Give the name of a framework with its reference."""
    return f"{framework.title}（{framework.reference}）"


def framework_facts(framework: Framework) -> Iterator[tuple[str, str]]:
    """Yield what stands at the head of a framework."""
    yield "对象", "、".join(framework.subjects)
    until = " 年起，现行" if framework.last is None else f" 至 {framework.last} 年"
    yield "年度", f"{framework.first}{until}"
    yield "依据", framework.basis
    if framework.categories:
        told = (f"{name}也叫{'、'.join(others)}" for name, others in framework.categories.items())
        yield "归类", "，".join(told)
    if framework.note:
        yield "说明", framework.note
    unchecked = sum(one.unchecked for one in framework.indicators)
    note = f"其中 {unchecked} 项没有对照过正式文件，以 {UNCHECKED_MARK} 标出" if unchecked else ""
    yield "指标", f"共 {len(framework.indicators)} 项，都没有分值和评分标准{'；' if note else ''}{note}"


def common_facts(indicator: CommonIndicator) -> Iterator[tuple[str, str]]:
    """Yield what a framework says of an indicator besides its name and 归类."""
    if indicator.aliases:
        yield "也叫", "、".join(indicator.aliases)
    if indicator.formula is not None:
        unit = "" if indicator.unit is None or not indicator.unit.name else f"，以{indicator.unit.name}计"
        yield "公式", f"{indicator.formula.text}{unit}"
    for variant in indicator.variants:
        called = f"，叫{variant.name}" if variant.name else ""
        yield "变体", f"{variant.formula.text}（见于{variant.where}{called}）"
    if indicator.aspects:
        yield "要点", "；".join(indicator.numbered)
    if indicator.note:
        yield "说明", indicator.note


def provenance_text(indicator: CommonIndicator) -> str:
    """Say how well an indicator is known."""
    return f"{indicator.provenance.word}：{_PROVENANCE[indicator.provenance]}"


def marked(indicator: CommonIndicator) -> str:
    """Give the name of an indicator, marked where nobody has checked it."""
    return f"{indicator.name}{UNCHECKED_MARK}" if indicator.unchecked else indicator.name
