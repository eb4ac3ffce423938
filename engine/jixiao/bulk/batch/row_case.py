"""A row → the case that it is: what `check` of it as a file would score, and the definition of what is right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from jixiao.dataclass import dataclass
from jixiao.files.case.blanks import refuse_blanks
from jixiao.files.case.case import build_case
from jixiao.files.collector import Collector
from jixiao.files.form.cells import year_text
from jixiao.files.form.line import key_at, mapping, one_or_list, said
from jixiao.files.rows.cell import said_in, unit_beside
from jixiao.files.rows.head import Head, What
from jixiao.files.rows.heads import Heads
from jixiao.files.schema.check import check_shape
from jixiao.files.schema.document import Document, digest_of
from jixiao.files.yaml.node import Mapping, Node, Scalar, Sequence as Listed
from jixiao.files.yaml.write import yaml_text
from jixiao.model.case import Case
from jixiao.model.diagnostic import Place
from jixiao.model.ruleset import Ruleset

ROLE = "输入表"
"""Who judged what a column holds, where no column says so."""
_CODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_YEARS = range(1990, 2101)
_SEVERAL = re.compile(r"\s*[、，,；;]\s*")
_BY = {"评定人": ROLE, "依据": "第 {row} 行"}
SIGNED = (*_BY, "出处")
"""Keys of a rating that say who judged and why: no score hangs on them."""

Entries = list[tuple[Scalar, Node]]
Cells = list[tuple[Head, Scalar]]


@dataclass(frozen=True, slots=True)
class RowCases:
    """Makes cases of the rows of one input. `file`, `sheet`: as messages call it."""

    ruleset: Ruleset
    heads: Heads
    file: str
    sheet: str = ""

    def case(self, texts: Sequence[str | None], row: int, line: int) -> Case:
        """Give the case of a row; raises Refused with everything that can't be read in it, each at its cell."""
        return self._built(self.root(texts, row, line), "")

    def with_text(self, texts: Sequence[str | None], row: int, line: int) -> tuple[Case, str]:
        """Give the case of a row and the case file that it is; raises Refused."""
        root = self.root(texts, row, line)
        text = yaml_text(root)
        return self._built(root, digest_of(text)), text

    def _built(self, root: Mapping, digest: str) -> Case:
        refuse_blanks(root)
        collector = Collector()
        check_shape(root, "case", collector)
        collector.refuse_if_any()
        return build_case(Document(root, digest), self.ruleset)

    def root(self, texts: Sequence[str | None], row: int, line: int) -> Mapping:
        """Give the tree of a row's case file."""
        at = Place(self.file, line, 1, self.sheet)
        cells: Cells = []
        for head, text in zip(self.heads.columns, texts, strict=True):
            if (head.is_used or head.what is What.IDENTITY) and (written := said_in(text)):
                place = Place(self.file, line, head.at + 1, self.sheet)
                cells.append((head, said(written, place, number=head.is_figure or head.key in _COUNTED)))
        entries = self._heading(cells, row, at)
        for name, make in _SECTIONS:
            if found := make(cells, row):
                entries.append((key_at(name, at), mapping(found, at)))
        return mapping(entries, at)

    def _heading(self, cells: Cells, row: int, at: Place) -> Entries:
        told = {head.name: value for head, value in cells if head.what is What.IDENTITY}
        scope = self.ruleset.scope
        year = year_text(told["年度"].text) if "年度" in told else ""
        if not (year.isascii() and year.isdigit() and int(year) in _YEARS):
            year = str(scope.years[-1]) if scope.years else "2000"
        code = told["代码"].text if "代码" in told else ""
        default = {
            "案例": f"{told['单位'].text} {year} 年度" if "单位" in told else f"第 {row} 行",
            "代码": code if _CODE.fullmatch(code) else f"row-{row}",
            "单位": f"第 {row} 行",
            "性质": "",
            "地区": scope.region,
            "年度": year,
            "对象": scope.subject,
            "指标表": self.ruleset.reference,
        }
        fixed = ("代码", "年度", "指标表")
        return [
            (key_at(key, at), told[key] if key in told and key not in fixed else _heading_text(key, text, at))
            for key, text in default.items()
            if text or key in told
        ]


def _heading_text(key: str, text: str, at: Place) -> Scalar:
    return said(text, at, number=key == "年度")


_COUNTED = ("得分", "扣分", "次数", "比率")
"""Keys of ratings and claims whose texts may be numbers."""


def _data(cells: Cells, _row: int) -> Entries:
    found: dict[str, list[Mapping]] = {}
    for head, value in cells:
        if head.is_figure:
            unit = unit_beside(value.text, head)
            beside = [] if unit is None else [(key_at("单位", value.place), said(unit, value.place))]
            node = mapping([(key_at("值", value.place), value), *beside], value.place)
            found.setdefault(head.name, []).append(node)
    return [(key_at(name, nodes[0].place), one_or_list(nodes)) for name, nodes in found.items()]


def _claim(cells: Cells, _row: int) -> Entries:
    entries: Entries = []
    indicators: dict[str, Entries] = {}
    for head, value in cells:
        if head.what is What.TOTAL:
            entries.append((key_at("总分", value.place), value._replace(plain=True)))
        elif head.what is What.GRADE:
            entries.append((key_at("等级", value.place), value))
        elif head.what is What.CLAIM:
            indicators.setdefault(head.name, []).append((key_at(head.key, value.place), value))
    if indicators:
        place = next(iter(indicators.values()))[0][0].place
        told = [
            (key_at(name, one[0][0].place), mapping(one, one[0][0].place)) for name, one in indicators.items()
        ]
        entries.append((key_at("指标", place), mapping(told, place)))
    return entries


def _ratings(cells: Cells, row: int) -> Entries:
    rated: dict[str, Cells] = {}
    for head, value in cells:
        if head.what is What.RATING:
            rated.setdefault(head.name, []).append((head, value))
    judged = {name: ones for name, ones in rated.items() if any(head.key not in SIGNED for head, _ in ones)}
    return [
        (key_at(name, ones[0][1].place), one_or_list(list(_ratings_of(ones, row))))
        for name, ones in judged.items()
    ]


def _ratings_of(ones: Cells, row: int) -> Iterator[Mapping]:
    """Yield what is judged of an indicator as one rating, and a further one for each fact that a column asks."""
    place = ones[0][1].place
    by = {key: said(text.format(row=row), place) for key, text in _BY.items()}
    by |= {head.key: value for head, value in ones if head.key in SIGNED}
    signed = [(key_at(key, value.place), value) for key, value in by.items()]
    entries: Entries = []
    named: dict[str, Entries] = {}
    for head, value in ones:
        if head.key in by:
            continue
        if head.key == "事实" and head.word:
            fact = said(head.word, value.place)
            asked = [(key_at("事实", value.place), fact), (key_at("成立", value.place), value)]
            yield mapping([*asked, *signed], value.place)
        elif head.word:
            named.setdefault(head.key, []).append((said(head.word, value.place), _numbered(value)))
        else:
            entries.append((key_at(head.key, value.place), _found(value) if head.key == "发现" else value))
    entries += [(key_at(key, one[0][0].place), mapping(one, place)) for key, one in named.items()]
    if entries:
        yield mapping([*entries, *signed], place)


def _found(value: Scalar) -> Node:
    """Give what was found as a list of names."""
    names = names_in(value.text)
    return Listed(tuple(said(one, value.place) for one in names), value.place) if len(names) > 1 else value


def _numbered(value: Scalar) -> Scalar:
    return said(value.text, value.place, number=True)


def names_in(text: str | None) -> list[str]:
    """Give the names that a cell lists."""
    return [one for one in _SEVERAL.split(said_in(text)) if one]


def _chosen(cells: Cells, row: int) -> Entries:
    return [
        (said(name, value.place), said(f"{ROLE}第 {row} 行", value.place))
        for head, value in cells
        if head.what is What.CHOSEN
        for name in names_in(value.text)
    ]


_SECTIONS: tuple[tuple[str, Callable[[Cells, int], Entries]], ...] = (
    ("数据", _data),
    ("自评", _claim),
    ("评定", _ratings),
    ("选用", _chosen),
)
