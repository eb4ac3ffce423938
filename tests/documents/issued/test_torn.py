"""Flattened texts whose cells were torn into lines: most comes in right, and the reader is told that lines were put together."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.documents.issued.read import read_issued
from shared.issued.generated import generated

SEEDS = range(30)
SENTENCE = 18
"""Characters of a line of a sentence."""


def torn(text: str, label: int) -> list[str]:
    """Break a text into lines as narrow columns do."""
    plain = "".join(text.split())
    width = label if len(plain) < SENTENCE else SENTENCE
    return [plain[at : at + width] for at in range(0, len(plain), width)]


@pytest.mark.parametrize(("label", "least"), [(30, 0.85), (5, 0.6)])
def test_torn_cells_are_put_together(tmp_path: Path, label: int, least: float) -> None:
    """Sentences torn anywhere; labels torn too, where a line of one column can't always be told from the next."""
    right = every = 0
    for seed in SEEDS:
        _, _, (table,) = generated(seed)
        lines = [*table.before, *("".join(head.split()) for head in table.rows[0])]
        lines += [line for row in table.rows[1:] for text in row for line in torn(text, label) if line]
        path = tmp_path / f"{seed}.txt"
        path.write_text("\n".join(lines), encoding="utf-8")
        found = read_issued(path)
        got = {
            (one.name.text, one.points, one.sentence.text) for some in found.tables for one in some.indicators
        }
        right += len(got & {(one.name, one.full, one.sentence) for one in table.wanted})
        every += len(table.wanted)
        assert any("一格一行" in str(remark) for remark in found.remarks)
    assert right >= least * every, (right, every)


def test_a_title_that_ends_in_a_head_is_no_head(tmp_path: Path) -> None:
    """某县考核评分标准 above 评分标准, a cell a line."""
    rules = ["每少一次扣1分，扣完为止。", "达标率×10分。", "完成得5分，否则不得分。"]
    lines = ["城市精细化管理考核评分标准", "序号|", "考核类别|", "考核项目|", "分值|", "评分标准|"]
    for number, (name, points, rule) in enumerate(zip("甲乙丙", (8, 10, 5), rules, strict=True), start=1):
        lines += [f"{number}|", "市容|", f"{name}项工作|", f"{points}|", f"{rule}|"]
    path = tmp_path / "考核.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    (table,) = read_issued(path).tables
    assert [(one.points, one.sentence.text) for one in table.indicators] == list(
        zip((8, 10, 5), rules, strict=True)
    )
    assert str(table.title) == lines[0]
