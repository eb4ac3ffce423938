"""A table that others wrote as a rule file: what it does not say is there to be checked, marked 待核对."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import groupby

from jixiao.model.imported import ImportedIndicator, ImportedTable, Point
from jixiao.model.ruleset import TO_FILL
from jixiao.model.word import word
from jixiao.model.yaml_text import sentence
from jixiao.quantity import decimal_text
from jixiao.reports.skeletons.first_line import schema_line
from jixiao.reports.skeletons.remarks import aligned, remarked

CHECK = "待核对"
GRADES = (("优", 90), ("良", 80), ("中", 60), ("差", 0))
"""Lowest scores of 100, as `new table` writes them."""
MAX_REMARK = 160
"""Longest remark; the report has the whole of it."""
_INTRO = (
    "这张表由 jixiao import 从“{basis}”读出。名称、归类、分值、评分标准照原表；原表没有说的，后面注着“待核对”。",
    "核对一处，删去一处“待核对”；评分标准看不懂的，jixiao lint 逐句说明怎样改写。",
)
Line = tuple[str, str]


def render_imported_table(table: ImportedTable) -> str:
    """Write the file."""
    intro = [line.format(basis=_clean(table.basis)) for line in _INTRO]
    lines = [*schema_line(table.schema, "ruleset"), *remarked(intro), "", *aligned(_head(table)), "", "指标:"]
    for category, group in groupby(table.indicators, key=lambda one: one.issued.path):
        if category:
            lines.append(f"  # ── {' · '.join(map(_clean, category))} ──")
        for one in group:
            lines += [*aligned(_indicator(one)), ""]
    if table.notes:
        lines += remarked(["表下的注（没有生效；口径、等级、封顶、一票否决请写到上面的键里）："])
        lines += remarked(f"  {_clean(line)}" for note in table.notes for line in note.text.split("\n"))
    return "\n".join(lines).rstrip("\n") + "\n"


def _head(table: ImportedTable) -> Iterator[Line]:
    said = {key: [point.message for point in points] for key, points in _by_key(table.points).items()}

    def remark(key: str) -> str:
        return _remark(said.get(key, ()))

    yield f"指标表: {sentence(_clean(table.title))}", remark("指标表")
    yield f"代码: {table.code}", remark("代码")
    yield f"版本: {table.year}", remark("版本")
    scope = f"{{地区: {word(table.region)}, 对象: {word(table.subject)}, 年度: {table.year}}}"
    yield f"适用: {scope}", remark("适用")
    yield f"依据: {sentence(f'{TO_FILL}（读自 {_clean(table.basis)}）')}", f"{CHECK}：照哪个文件写的"
    yield f"满分: {decimal_text(table.full)}", remark("满分")
    yield (
        f"等级: {{{', '.join(f'{name}: {decimal_text(Fraction(low) * table.full / 100)}' for name, low in GRADES)}}}",
        remark("等级"),
    )
    without = ", 无指标值: 待定" if table.divides else ""
    yield f"# 口径: {{不足一步: 不计{without}, 得分小数位: 2}}", f"{CHECK}：表里没有写的，定了再去掉“# ”"
    if table.choices:
        yield "任选:", ""
        yield from ((f"  - 指标: [{', '.join(map(word, names))}]", f"{CHECK}") for names in table.choices)


def _indicator(one: ImportedIndicator) -> Iterator[Line]:
    said = _by_key(one.points)
    yield f"  - 名称: {sentence(one.name)}", _remark([point.message for point in said.get("名称", ())])
    yield (
        f"    代码: {one.code}",
        f"{CHECK}：照共性框架" if one.common and not one.code[1:].isdigit() else CHECK,
    )
    if one.issued.path:
        path = ", ".join(word(_clean(part)) for part in one.issued.path)
        yield f"    归类: [{path}]", _remark([point.message for point in said.get("归类", ())])
    points = TO_FILL if one.full is None else decimal_text(one.full)
    yield f"    分值: {points}", _remark([point.message for point in said.get("分值", ())])
    if one.formula:
        yield f"    公式: {sentence(one.formula)}", CHECK
    elif one.formula_note:
        yield f"    # 公式: {_clean(one.formula_note)}", f"{CHECK}：先在 items.yaml 里定义这些数据项"
    if one.target:
        yield f"    目标: {word(one.target)}", CHECK
    elif one.issued.target is not None:
        yield f"    # 目标值一列写着：{_short(one.issued.target.text)}", ""
    yield from ((f"    # {CHECK}：{_short(point.message)}", "") for point in said.get("评分标准", ()))
    yield f"    评分标准: {sentence(one.sentence)}", ""
    if one.issued.extra:
        yield f"    附加: {'加分' if one.issued.extra == 'bonus' else '减分'}", CHECK
    if one.issued.explanation is not None:
        yield f"    说明: {sentence(one.issued.explanation.text)}", ""


def _by_key(points: tuple[Point, ...]) -> dict[str, list[Point]]:
    found: dict[str, list[Point]] = {}
    for point in points:
        found.setdefault(point.key, []).append(point)
    return found


def _remark(messages: list[str] | tuple[()]) -> str:
    return f"{CHECK}：{_short('；'.join(messages))}" if messages else ""


def _short(text: str) -> str:
    plain = _clean(text)
    return plain if len(plain) <= MAX_REMARK else f"{plain[:MAX_REMARK]}…"


def _clean(text: str) -> str:
    """Give a text that can stand on a line of its own, in a remark too."""
    return "".join(one if one.isprintable() else " " for one in text).strip()
