"""A case file to fill in for a table: valid as it is, everything that is asked for as remarks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jixiao.model.needs import NeededBlock, NeededFact, NeededFigure, NeededRating, Needs
from jixiao.model.ruleset import TO_FILL, Choice
from jixiao.model.skeleton import CaseHeading, NewCase
from jixiao.model.word import word
from jixiao.quantity import points_text
from jixiao.reports.skeletons.by_name import Line, stub_by_name
from jixiao.reports.skeletons.first_line import schema_line
from jixiao.reports.skeletons.remarks import TITLE, aligned, remarked

_RATED_BY = f"评定人: {TO_FILL}, 依据: {TO_FILL}"
_INTRO = (
    "报告里的数照印刷的样子抄在“数据”里，部门自己的说法写在“自评”里，复核人的判断写在“评定”里。",
    "现在这样就能核算：什么都没有填，每一项都是待定。以下带“# ”的行还没有生效：填一行，就去掉这一行和它的小标题",
    f"（如 # 数据:）开头的“# ”，把“{TO_FILL}”换成内容。VS Code 里选中几行按 Ctrl+/ 即可。没有的留着不动，不要写 0。",
)
_KEYS = {
    "level": "等级",
    "met": "达到",
    "count": "次数",
    "answer": "符合",
    "deduction": "扣分",
    "given": "得分",
}
_HOW = {
    "level": "写下面的一个等次",
    "met": "达到哪几条写哪几条，如 [1, 3]；一条都没有达到写 无",
    "count": "“{clause}”：这样的有几{unit}写几，一{unit}也没有写 0",
    "answer": "写 是 或 否",
    "deduction": "扣几分，不扣写 0",
    "given": "由人评定，不由数据算出；写得几分",
}


def render_new_case(case: NewCase) -> str:
    """Write the skeleton of a case for a table."""
    heading, needs = case.heading, case.needs
    lines = [*schema_line(heading.schema, "case"), *remarked(_INTRO), "", *_head(heading, needs)]
    lines += ["", *remarked([f"来源: {{自评报告: {TO_FILL}}}"]), "#   简称和文件名；下面的“出处”以简称开头"]
    for title, section in (
        ("数据：单位照报告写；同一个数在几处说得不一样，都写下来", _data(needs.figures)),
        ("自评：部门自己报的分数，只用来核对", _claim(needs)),
        ("评定：复核人的判断，写明谁评的、凭什么", _ratings(needs.ratings, needs.facts)),
        ("选用：任选其一的指标选用了哪一项，每组只写一项；不写的给出范围", _chosen(needs.choices)),
        ("自设指标：单位自己设的指标，分值之和等于这一块的分值", _own(needs.blocks)),
    ):
        body = list(remarked(aligned(section)))
        lines += ["", f"# ── {title} ──", "", *body] if body else []
    return "\n".join(lines) + "\n"


def _head(heading: CaseHeading, needs: Needs) -> Iterator[str]:
    table = needs.ruleset
    yield from aligned((
        (f"案例: {word(heading.title)}", TITLE),
        (f"代码: {heading.code}", "英文字母、数字和连字符，定下来就不要再改"),
        (f"单位: {word(heading.unit)}", "被评价单位的全称"),
        (f"地区: {word(table.scope.region)}", ""),
        (f"年度: {heading.year}", ""),
        (f"对象: {word(table.scope.subject)}", ""),
        (f"指标表: {table.reference}", table.title),
    ))  # fmt: skip


def _data(figures: Iterable[NeededFigure]) -> Iterator[Line]:
    for number, figure in enumerate(figures):
        if number == 0:
            yield "数据:", ""
        unit = f", 单位: {word(figure.unit)}" if figure.unit else ""
        remark = f"{figure.meaning}。用于：{'、'.join(figure.indicators)}"
        yield f"  {word(figure.name)}: {{值: {TO_FILL}{unit}, 出处: {TO_FILL}}}", remark


def _claim(needs: Needs) -> Iterator[Line]:
    yield "自评:", ""
    yield f"  总分: {TO_FILL}", f"满分 {points_text(needs.ruleset.full)}"
    yield f"  等级: {TO_FILL}", "、".join(name for name, _ in needs.ruleset.grades)
    yield f"  出处: {TO_FILL}", ""
    if needs.claims:
        yield "  指标:", "只写报告里有的；扣了几分的，把“得分”改为“扣分”"
    for claim in needs.claims:
        ratio = "" if claim.rated else f", 比率: {TO_FILL}"
        line = f"    {word(claim.name)}: {{得分: {TO_FILL}{ratio}, 出处: {TO_FILL}}}"
        yield line, f"{points_text(claim.points)} 分"


def _ratings(ratings: Iterable[NeededRating], facts: Iterable[NeededFact]) -> Iterator[Line]:
    """Yield what is to be judged of each indicator, in a list where that is more than one thing."""
    stubs: dict[str, list[tuple[list[str], str]]] = {}
    by_name: dict[str, NeededRating] = {}
    of_names: dict[str, list[NeededFact]] = {}
    for rating in ratings:
        if rating.inputs:
            by_name[rating.indicator] = rating
        notes, stub = ([], "") if rating.inputs else (_explain(rating), _stub(rating))
        stubs.setdefault(rating.indicator, []).append((notes, stub))
    for fact in facts:
        if fact.indicator in by_name:
            of_names.setdefault(fact.indicator, []).append(fact)
            continue
        note = f"# {fact.indicator}：{fact.fact}的，{fact.effect}。成立写 是，不成立写 否，还不知道的不要写"
        line = f"{{事实: {word(fact.fact)}, 成立: {TO_FILL}, {_RATED_BY}}}"
        stubs.setdefault(fact.indicator, []).append(([note], line))
    if stubs:
        yield "评定:", ""
    for name, found in stubs.items():
        if name in by_name:
            yield from stub_by_name(by_name[name], of_names.get(name, ()))
            continue
        yield from ((f"  {note}", "") for notes, _ in found for note in notes)
        if len(found) == 1:
            yield f"  {word(name)}: {found[0][1]}", ""
            continue
        yield f"  {word(name)}:", ""
        yield from ((f"    - {line}", "") for _, line in found)


def _explain(rating: NeededRating) -> list[str]:
    how = _HOW[rating.takes].format(unit=rating.unit, clause=rating.clause)
    lines = [f"# {rating.indicator}，{points_text(rating.points)} 分：{how}"]
    numbered = rating.takes == "met"
    for number, choice in enumerate(rating.choices, start=1):
        low, high = points_text(choice.low), points_text(choice.high)
        span = low if low == high else f"{low}～{high}"
        mark = f"{number} " if numbered and not choice.cost else ""
        lines.append(f"#   {mark}{choice.words}（{'扣 ' if choice.cost else ''}{span} 分）")
    return lines


def _stub(rating: NeededRating) -> str:
    keys = [_KEYS[rating.takes]]
    if rating.takes == "level" and any(choice.low != choice.high for choice in rating.choices):
        keys.append("得分")
    if rating.takes == "met" and any(choice.cost for choice in rating.choices):
        keys.append("次数")
    return f"{{{', '.join(f'{key}: {TO_FILL}' for key in keys)}, {_RATED_BY}}}"


def _chosen(choices: Iterable[Choice]) -> Iterator[Line]:
    for number, choice in enumerate(choices):
        if number == 0:
            yield "选用:", ""
        by = f"由{choice.by}选用；" if choice.by else ""
        for name in choice.indicators:
            yield f"  {word(name)}: {TO_FILL}", f"{by}写依据和出处；与{'、'.join(choice.indicators)}任选其一"


def _own(blocks: Iterable[NeededBlock]) -> Iterator[Line]:
    for number, block in enumerate(blocks):
        if number == 0:
            yield "自设指标:", "几个项目一起评价的，改写在各项目下：项目: 列表，每个写 名称、数据、自设指标 …"
        yield f"  {word(block.name)}:", f"合计 {points_text(block.points)} 分"
        head = f"    - {{名称: {TO_FILL}, 分值: {TO_FILL}"
        actual = f"实际: {{值: {TO_FILL}, 单位: {TO_FILL}, 出处: {TO_FILL}}}"
        yield f"{head}, 目标: {TO_FILL}, {actual}}}", "目标写 ≥3 项、≤10 万元、=100% 这样"
        if block.qualitative:
            yield f"{head}, 定性: 是}}", "定性指标，等次写在“评定”里"
