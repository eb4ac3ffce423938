"""Which table of one side goes with which of the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from jixiao.files.folder.versions import open_version, pair_tables

TABLE = """\
指标表: 甲表
代码: {code}
版本: "{version}"
适用: {{地区: 甲市, 对象: 部门整体支出, 年度: 2022}}
满分: 5
等级: {{优: 4, 差: 0}}
指标:
  - {{名称: 质量, 代码: quality, 分值: 5, 评分标准: "好得5分，差得0分。"}}
"""


def side(folder: Path, *references: str) -> Path:
    """Make a folder of rules with these tables."""
    folder.mkdir()
    for reference in references:
        code, version = reference.split("@")
        (folder / f"{reference}.yaml").write_text(TABLE.format(code=code, version=version), "utf-8")
    return folder


@pytest.mark.parametrize(
    ("old", "new", "pairs", "only"),
    [
        ("a@2022", "a@2022", "a@2022>a@2022", ""),
        ("a@2022", "a@2023", "a@2022>a@2023", ""),
        ("a@2022", "a@2022 a@2023", "a@2022>a@2022 a@2022>a@2023", ""),
        ("a@2021 a@2022", "a@2021 a@2022 a@2023", "a@2021>a@2021 a@2022>a@2022 a@2022>a@2023", ""),
        ("a@2021 a@2022", "a@2023", "a@2022>a@2023", "-a@2021"),
        ("a@9 a@10", "a@9 a@10 a@11", "a@10>a@10 a@9>a@9 a@10>a@11", ""),
        (
            "a@2022 a@2022-2",
            "a@2022 a@2022-2 a@2022-10",
            "a@2022>a@2022 a@2022-2>a@2022-2 a@2022-2>a@2022-10",
            "",
        ),
        ("a@2022", "a@2021 a@2022", "a@2022>a@2022", "+a@2021"),
        ("a@2023", "a@2022", "a@2023>a@2022", ""),
        ("a@2022", "a@2022 b@2023", "a@2022>a@2022", "+b@2023"),
        ("a@2022 b@2022", "a@2023", "a@2022>a@2023", "-b@2022"),
    ],
)
def test_a_new_version_follows_the_latest_before_it(tmp_path: Path, old, new, pairs, only) -> None:
    """Whether that still stands beside it or not."""
    folders = [side(tmp_path / name, *tables.split()) for name, tables in (("old", old), ("new", new))]
    with (
        open_version(str(folders[0]), folders[0]) as before,
        open_version(str(folders[1]), folders[1]) as after,
    ):
        found, notes = pair_tables(before, after)
    assert sorted(f"{one.reference}>{other.reference}" for one, other in found) == sorted(pairs.split())
    signs = {"新增": "+", "删去": "-"}
    told = [f"{signs[note[:2]]}{note.split('（')[1][:-1]}" for note in notes if note[:2] in signs]
    assert told == only.split()
