"""A summary over many cases as texts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction

from jixiao import __version__
from jixiao.model.finding import Level
from jixiao.reports.check.content.summary.counts import counted
from jixiao.reports.check.content.summary.line import Line
from jixiao.reports.check.content.summary.tables import table_content
from jixiao.reports.check.content.tree import Tree, exactly, numeral, texts, tree
from jixiao.reports.check.numbering import level_counts
from jixiao.reports.check.piece import Tally, same_codes


def summary_content(lines: Sequence[Line], tally: Tally, titles: Mapping[str, str]) -> Tree:
    """Give all that is told of many cases; `titles` are what codes of findings are called."""
    by_table: dict[str, list[Line]] = {}
    for line in lines:
        by_table.setdefault(line.table, []).append(line)
    scored = sorted((name, lines) for name, lines in by_table.items() if name)
    return tree(
        个数=str(len(lines)),
        概述=_overview(lines, tally),
        各表=[table_content(numeral(number), *one) for number, one in enumerate(scored, 1)],
        没有评分=[tree(单位=line.name, 代码=line.code) for line in by_table.get("", ())],
        结论分布=counted((line.verdict for line in lines), len(lines)),
        常见疑点=_found(lines, titles),
        缺的数=_missing(lines),
        未了事项=[
            tree(单位=line.name, 代码=line.code, 下一步=list(line.steps), 各步="；".join(line.steps))
            for line in lines
            if line.steps
        ],
        没有核算=[tree(原因=str(error)) for error in tally.errors],
        提醒=texts((*same_codes(tally), *tally.warnings)),
        程序版本=__version__,
    )


def _overview(lines: Sequence[Line], tally: Tally) -> str:
    levels = level_counts([level for line in lines for level in line.levels])
    drafts = sum(line.is_draft for line in lines)
    parts = [
        f"核算 {len(lines)} 个",
        f"疑点 {levels}" if levels else "没有疑点",
        f"其中草稿（未经人核对） {drafts} 个" if drafts else "",
        f"没有核算的输入 {len(tally.errors)} 处" if tally.errors else "",
    ]
    return "；".join(filter(None, parts))


def _found(lines: Sequence[Line], titles: Mapping[str, str]) -> list[Tree]:
    """Give the codes of findings, those of most cases first."""
    cases: Counter[str] = Counter()
    times: Counter[str] = Counter()
    gravest: dict[str, Level] = {}
    called: dict[str, str] = {}
    grave = list(Level)
    for line in lines:
        cases.update({code for code, _, _ in line.found})
        for code, level, title in line.found:
            times[code] += 1
            called.setdefault(code, title)
            gravest[code] = min(gravest.get(code, level), level, key=grave.index)
    ranked = sorted(cases, key=lambda code: (-cases[code], -times[code], code))
    return [
        tree(
            代码=code,
            名称=titles.get(code, called[code]),
            级别=gravest[code].word,
            案例数=exactly(Fraction(cases[code])),
            条数=exactly(Fraction(times[code])),
        )
        for code in ranked
    ]


def _missing(lines: Sequence[Line]) -> list[Tree]:
    """Give the figures that are missing, those of most cases first."""
    cases: Counter[str] = Counter()
    moves: dict[str, Fraction] = {}
    for line in lines:
        for name, points in line.missing:
            cases[name] += 1
            moves[name] = moves.get(name, Fraction(0)) + points
    ranked = sorted(cases, key=lambda name: (-cases[name], -moves[name], name))
    return [
        tree(名称=name, 案例数=exactly(Fraction(cases[name])), 影响=exactly(moves[name])) for name in ranked
    ]
