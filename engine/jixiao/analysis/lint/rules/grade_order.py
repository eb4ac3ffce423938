"""Grades out of order: mixed up in the file, 良 above 优, or beyond full marks."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from jixiao.analysis.lint.found import Found, Lint, each_table
from jixiao.analysis.lint.rulebook import Table
from jixiao.model.lint import LintRule
from jixiao.quantity import points_text

RANKS = (
    ("优", "良", "中", "差"),
    ("优秀", "良好", "中等", "较差", "差"),
    ("优秀", "良好", "合格", "不合格"),
    ("优", "良", "合格", "不合格"),
    ("好", "较好", "一般", "较差", "差"),
    ("第一等级", "第二等级", "第三等级", "第四等级", "第五等级"),
    ("一等", "二等", "三等", "四等"),
    ("一级", "二级", "三级", "四级"),
    ("甲", "乙", "丙", "丁"),
    ("A", "B", "C", "D", "E"),
)
"""Names of grades as tables use them, best first."""


def find(table: Table) -> Iterator[Found]:
    """Yield the first grade out of order, and every grade above full marks."""
    grades, full = table.ruleset.grades, table.ruleset.full
    for name, lowest in grades:
        if lowest > full > 0:  # full marks that can't be read are nothing to be above of
            yield Found(
                table.spot("等级", name),
                f"等级“{name}”从{points_text(lowest)}分起，高于满分{points_text(full)}分，永远达不到。请改正",
            )
    wrong = _against_rank([name for name, _ in grades])
    if wrong is not None:
        better, worse = wrong
        yield Found(
            table.spot("等级", better),
            f"等级“{better}”的最低分低于“{worse}”，与名称的次序相反。请核对各级的最低分",
        )
    elif not _is_sorted(table):
        yield Found(table.spot("等级"), "各等级没有按最低分从高到低写，容易看错。请按次序写")


def _against_rank(best_first: list[str]) -> tuple[str, str] | None:
    """Give two grades whose names say the opposite of their scores."""
    for rank in RANKS:
        known = [name for name in best_first if name in rank]
        if len(known) == len(best_first):
            for upper, lower in pairwise(known):
                if rank.index(upper) > rank.index(lower):
                    return lower, upper
            return None
    return None


def _is_sorted(table: Table) -> bool:
    """Whether the file lists its grades from best to worst, or from worst to best."""
    written = [key.text.strip() for key, _ in table.root.within("等级")]
    best_first = [name for name, _ in table.ruleset.grades]
    return written in (best_first, best_first[::-1]) or len(written) != len(best_first)


LINT = Lint(LintRule("grade-order", "等级的次序不对", "warning"), each_table(find))
