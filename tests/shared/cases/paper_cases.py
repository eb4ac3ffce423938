"""Made-up reports as case files, with the self-assessment that belongs to them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from jixiao.audit import Auditor, open_auditor
from jixiao.audit.inference import Engine
from jixiao.files import Library, open_library
from jixiao.files.case.case import build_case, read_case
from jixiao.model.check import Check
from jixiao.model.review import Review
from jixiao.model.ruleset import Ruleset
from jixiao.scoring.evaluate import run_program
from jixiao.scoring.program.program import Program, compile_ruleset
from jixiao.scoring.total.totals import mean_of
from shared.cases.papers import Figure, Paper, Relation, paper, printed
from shared.findings.reviews import RULES, TODAY, engine, project_checks

SCOPE = {"地区": "甲省", "对象": "整体", "年度": 2022}
TABLE = {
    "指标表": "论证表", "代码": "seeded", "版本": "1", "适用": SCOPE, "满分": 100,
    "等级": {"优": 90, "良": 80, "中": 60, "差": 0},
    "指标": [
        {
            "名称": "预算控制率", "代码": "row-1", "分值": 30, "公式": "本年追加预算 / 年初预算",
            "评分标准": "不超过10%的，得满分；每超过1个百分点，扣2分，扣完为止。", "口径": {"不足一步": "不计"},
        },
        {
            "名称": "在职人员控制率", "代码": "row-2", "分值": 30, "公式": "在职人员数 / 编制数",
            "评分标准": "不超过100%的，得满分；每超过1个百分点，扣2分，扣完为止。", "口径": {"不足一步": "不计"},
        },
        {"名称": "效能", "代码": "row-3", "分值": 40, "评分标准": "好的得40分；中的得30分；差的得20分"},
    ],
}  # fmt: skip
RATINGS = {"好": 40, "中": 30, "差": 20}
GRADES = (("优", 90), ("良", 80), ("中", 60), ("差", 0))
OPERANDS = {"预算控制率": ("本年追加预算", "年初预算"), "在职人员控制率": ("在职人员数", "编制数")}


@dataclass
class Claimed:
    """The self-assessment of a paper. Ratios stand among its figures, as `自评·indicator`."""

    rating: str
    scores: dict[str, Fraction]
    workings: dict[str, str] = field(default_factory=dict)
    total: Fraction = Fraction(0)
    grade: str = ""


@dataclass
class Made:
    """A case made up: its projects (one, or several with the sums over them), and their claims."""

    papers: list[Paper]
    claims: list[Claimed]
    whole: dict[str, Figure] = field(default_factory=dict)
    mean: Figure | None = None


def made(random: Random, size: int) -> Made:
    """Make up a case in which everything agrees."""
    coarse = random.random() < 0.7
    whole = coarse and random.random() < 0.15
    several = random.random() < 0.25
    papers = [
        paper(random, size, coarse=coarse, whole=whole) for _ in range(random.randint(2, 3) if several else 1)
    ]
    found = Made(papers, [_claimed(one, random) for one in papers])
    if several:
        shared = [name for name in papers[0].exact if all(name in one.exact for one in papers)]
        for name in shared:
            if "#" not in name and random.random() < 0.5:
                total = sum((one.exact[name] for one in papers), Fraction(0))
                found.whole[name] = (
                    printed(total, "元", 2) if not coarse else printed(total, "万元", 0 if whole else 2)
                )
        found.mean = printed(sum((one.total for one in found.claims), Fraction(0)) / len(papers), "分", 2)
    return found


def _claimed(one: Paper, random: Random) -> Claimed:
    rating = random.choice(list(RATINGS))
    scores = {"效能": Fraction(RATINGS[rating])}
    workings = {}
    for name, (top, bottom) in OPERANDS.items():
        value = one.figures[top].value / one.figures[bottom].value
        over = (value - (Fraction(1, 10) if name == "预算控制率" else 1)) * 100
        scores[name] = max(Fraction(0), Fraction(30) - 2 * max(0, over.numerator // over.denominator))
        if not {f"{top}#1", f"{bottom}#1"} & one.figures.keys():
            one.figures[f"自评·{name}"] = printed(value, "%", random.choice([0, 1, 2]))
            one.relations.append(Relation({f"自评·{name}": 1}, "=", {top: 1}, {bottom: 1}))
            if one.figures[top].unit == one.figures[bottom].unit and random.random() < 0.5:
                workings[name] = f"{one.figures[top].text}/{one.figures[bottom].text}"
    total = sum(scores.values(), Fraction(0))
    grade = next(name for name, least in GRADES if total >= least)
    return Claimed(rating, scores, workings, total, grade)


# ── As a file ────────────────────────────────────────────────────────────────────────────────────


def content(one: Made) -> dict:
    """Give the case file's content."""
    projects = [_project(*pair) for pair in zip(one.papers, one.claims, strict=True)]
    head = {"案例": "案例", "代码": "case", "单位": "甲单位", **SCOPE, "指标表": "seeded@1"}
    if len(projects) == 1:
        return head | projects[0]
    named = [{"名称": f"项目{number}", **project} for number, project in enumerate(projects, 1)]
    whole = {name: [_statement(figure)] for name, figure in one.whole.items()}
    return head | {"数据": whole, "自评": {"平均分": one.mean.text}, "项目": named}


def _statement(figure: Figure) -> dict:
    return {"值": figure.text, "出处": "报告"} | ({"单位": figure.unit} if figure.unit else {})


def _project(one: Paper, claimed: Claimed) -> dict:
    data: dict[str, list] = {}
    for name, figure in one.figures.items():
        if "·" not in name:
            data.setdefault(name.split("#")[0], []).append(_statement(figure))
    parts: dict[str, list] = {}
    for label, (item, names, complete) in one.breakdowns.items():
        listed = {"按": label} | ({} if complete else {"其中": "是"})
        listed |= {name: _part(one.figures, f"{item}·{name}") for name in names}
        parts.setdefault(item, []).append(listed)
    return {
        "数据": data,
        "明细": parts,
        "评定": {"效能": {"等级": claimed.rating, "评定人": "复核人", "依据": "查阅"}},
        "自评": {
            "总分": _points(claimed.total),
            "等级": claimed.grade,
            "指标": {name: _claim(one, claimed, name) for name in claimed.scores},
        },
    }


def _part(figures: Mapping[str, Figure], key: str) -> dict:
    printed_beside = {
        name: figures[key + name].text + "%" for name in ("占比", "完成率") if key + name in figures
    }
    return _statement(figures[key]) | printed_beside


def _claim(one: Paper, claimed: Claimed, name: str) -> dict:
    ratio = one.figures.get(f"自评·{name}")
    found = {"得分": _points(claimed.scores[name])}
    found |= {} if ratio is None else {"比率": f"{ratio.text}%"}
    return found | ({"算式": claimed.workings[name]} if name in claimed.workings else {})


def _points(value: Fraction) -> str:
    return str(float(value)).removesuffix(".0")


def small_case(**sections: object) -> dict:
    """Give a case file's content of these sections (数据, 明细 …), for a table of three indicators."""
    return {"案例": "案例", "代码": "case", "单位": "甲单位", **SCOPE, "指标表": "seeded@1", **sections}


def values(**items: str) -> dict:
    """Give 数据 in short: `values(年初预算="5 万元")`; several values of one item stand apart by “|”."""
    return {
        name: [
            {"值": text.strip(), "出处": f"报告 {place}"} for place, text in enumerate(texts.split("|"), 1)
        ]
        for name, texts in items.items()
    }


# ── Reviewed ─────────────────────────────────────────────────────────────────────────────────────


@cache
def library() -> Library:
    """The project's items with the table of these cases."""
    return open_library(RULES)


@cache
def table() -> tuple[Ruleset, Program]:
    """Give the table of these cases, ready to run."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "table.yaml")
        path.write_text(json.dumps(TABLE, ensure_ascii=False), "utf-8")
        ruleset = library().at(path)
    return ruleset, compile_ruleset(ruleset)


@cache
def _auditor(*, plain: bool) -> Auditor:
    return open_auditor(table()[1], project_checks(), engine(plain=plain))


def reviewed(case: dict, today: date = TODAY, *, plain: bool = False) -> tuple[Review, ...]:
    """Review a case file's content, by way of a file."""
    return _review(case, _auditor(plain=plain), today)


def reviewed_by(one: Engine, case: dict, checks: Sequence[Check] | None = None) -> tuple[Review, ...]:
    """Review it with an engine, and perhaps checks, of the test's own."""
    auditor = open_auditor(table()[1], project_checks() if checks is None else checks, one)
    return _review(case, auditor, TODAY)


def _review(case: dict, auditor: Auditor, today: date) -> tuple[Review, ...]:
    ruleset, program = table()
    with TemporaryDirectory() as folder:
        path = Path(folder, "case.yaml")
        path.write_text(json.dumps(case, ensure_ascii=False), "utf-8")
        found = build_case(read_case(path), ruleset)
    evaluations = run_program(found, program)
    return auditor.review(evaluations, mean_of(evaluations), today)
