"""What a table asks of a case → the rows that a form has for it, nothing filled in yet."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.files.form import panels
from jixiao.model.form import Row
from jixiao.model.needs import Needs
from jixiao.model.years import last_year_of
from jixiao.quantity import points_text

_BESIDE_A_FIGURE = ("项目", "单位", "本年", "增减额", "增减率", "出处", "备注", "年度", "采用", "存疑")
_OF_A_CLAIM = ("项目", "得分", "扣分", "比率", "算式", "理由", "出处")
HEADING_NOTES = {
    "案例": "这份材料的名称；不写的按单位、年度和对象取",
    "代码": "英文字母、数字和连字符；不写的由程序给一个",
    "单位": "必填：被评价单位的全称",
    "性质": "照材料写，如 公益一类事业单位；没有写的空着",
    "地区": "写全称，如 湖南省怀化市",
    "年度": "四位数的年度",
    "对象": "由指标表定，不用改",
    "指标表": "由指标表定，不用改",
}


def data_rows(needs: Needs) -> Iterator[Row]:
    """Yield a row for each figure; last year's of an item that is asked for too stands beside it."""
    names = {one.name for one in needs.figures}
    for one in needs.figures:
        if any(one.name == last_year_of(name) for name in names):
            continue
        asked = {*_BESIDE_A_FIGURE, *(("上年",) if last_year_of(one.name) in names else ())}
        values = {"名称": one.name, "单位": one.unit, "用于": one.meaning}
        yield Row(values, frozenset(asked))


def chosen_rows(needs: Needs) -> Iterator[Row]:
    """Yield a row for each indicator of which only one of several counts."""
    for choice in needs.choices:
        by = f"由{choice.by}选用；" if choice.by else ""
        for name in choice.indicators:
            note = f"{by}{'、'.join(choice.indicators)}任选其一"
            yield Row({"指标": name, "说明": note}, frozenset(("项目", "选用")))


def claim_rows(needs: Needs) -> Iterator[Row]:
    """Yield a row for each indicator on which the unit may state its own score."""
    for one in needs.claims:
        values = {"指标": one.name, "满分": points_text(one.points)}
        yield Row(values, frozenset(key for key in _OF_A_CLAIM if not one.rated or key != "比率"))


def heading_rows(needs: Needs) -> Iterator[Row]:
    """Yield a row for each thing that says which case it is."""
    table = needs.ruleset
    given = {
        "地区": table.scope.region,
        "年度": str(max(table.scope.years)),
        "对象": table.scope.subject,
        "指标表": table.reference,
    }
    for key, note in HEADING_NOTES.items():
        asked = () if key in ("对象", "指标表") else ("填写",)
        yield Row({"栏目": key, "填写": given.get(key, ""), "说明": note}, frozenset(asked))


SPARE = {
    panels.SOURCES.code: 5,
    panels.DATA.code: 12,
    panels.PARTS.code: 15,
    panels.OWN.code: 8,
    panels.CLAIM.code: 0,
    panels.RATINGS.code: 4,
}
"""Empty rows that a panel has for what the table does not ask for by name; of own indicators those of each block."""
