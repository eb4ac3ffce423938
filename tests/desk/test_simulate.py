"""`simulate` of a variant says what `batch` by the edited table says of every row."""

from __future__ import annotations

import csv
import os
import re
from collections import Counter
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest

from jixiao.desk.batch import batch
from jixiao.desk.shares import in_shares
from jixiao.desk.simulate import places, simulate
from jixiao.files import built_in_rules
from jixiao.model.diagnostic import BadQuestion, Refused
from jixiao.model.simulation import Variant

TABLE = "huaihua-department@2022"
FILE = Path("huaihua/department-2022.yaml")
HEADS = (
    "代码", "单位", "编制数", "在职人员数", "年初预算（元）", "本年追加预算（元）", "上年结转（元）", "年末结余（元）", "三公经费预算（元）", "三公经费决算（元）",
    "上年三公经费预算（元）", "重点工作计划数", "重点工作完成数", "满意度", "管理制度健全性.达到", "资金使用合规性.次数", "经济效益和社会效益.档次",
)  # fmt: skip


def rows(random: Random, count: int) -> list[list[str]]:
    """Rows on thresholds and between them, some that lack something, one with a rating beside figures and one unreadable."""
    found = []
    for number in range(1, count + 1):
        staff, first, three = (
            random.randint(10, 90),
            random.randint(10**6, 10**8),
            random.randint(10**5, 10**6),
        )
        added = first * random.choice([0, 5, 10, 12, 20, 25, 40]) // 100 + random.choice([0, 0, 1])
        found.append([
            f"u{number}", f"单位{number}", str(staff), str(staff + random.choice([-2, 0, 1, 3])), f"{first / 100:.2f}", f"{added / 100:.2f}",
            random.choice(["0", ""]), f"{first // 20 / 100:.2f}", f"{three / 100:.2f}", f"{three * random.randint(95, 108) / 10000:.2f}",
            f"{three * random.randint(98, 104) / 10000:.2f}", "12", str(random.randint(8, 12)), random.choice(["95%", "88%", "80%", ""]),
            random.choice(["①②③④", "①②", ""]), random.choice(["0", "2", ""]), random.choice(["效果明显", "效果一般", ""]),
        ])  # fmt: skip
    found[3][4] = "七十"
    return found


@pytest.fixture(scope="module")
def source(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("rows") / "全省.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([HEADS, *rows(Random(3), 300)])
    return path


def scored(source: Path, folder: Path, *edits: tuple[str, str]) -> dict[str, dict[str, str]]:
    """What `batch` gives by the table with some texts of its file written otherwise."""
    import shutil

    rules = folder / "rules"
    shutil.copytree(built_in_rules(), rules)
    text = (rules / FILE).read_text(encoding="utf-8")
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    (rules / FILE).write_text(text, encoding="utf-8")
    out = folder / "得分.csv"
    batch(TABLE, source, out, rules=rules, processes=1)
    with out.open(encoding="utf-8-sig", newline="") as stream:
        return {one["代码"]: one for one in csv.DictReader(stream)}


VARIED = (
    ("预算控制率.条款2.分值=3", ("0-10%（含），计4分", "0-10%（含），计3分")),
    ("预算控制率.门槛10%=12", ("0-10%（含），计4分；10-20%", "0-12%（含），计4分；12-20%")),
    ("经济效益和社会效益.条款3.分值=5", ("效果一般的计4分", "效果一般的计5分")),
    ("在职人员控制率.口径.不足一步=按一步", ("    公式: 在职人员数 / 编制数\n", "    公式: 在职人员数 / 编制数\n    口径: {不足一步: 按一步}\n")),
    ("等级.优=86", ("优: 90", "优: 86")),
    ("口径.得分小数位=1", ("等级: {优", "口径: {得分小数位: 1}\n等级: {优")),
)  # fmt: skip


@pytest.mark.parametrize(("asked", "edit"), VARIED, ids=[asked for asked, _ in VARIED])
def test_a_variant_is_the_edited_table(
    asked: str, edit: tuple[str, str], source: Path, tmp_path: Path
) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    before.mkdir()
    after.mkdir()
    old, new = scored(source, before), scored(source, after, edit)
    found = simulate(TABLE, source, asked, processes=1)
    (variant,) = found.variants
    assert found.base is not None
    assert (found.rows, found.bad) == (len(old), 1)
    assert_same(variant, old, new)


def assert_same(variant: Variant, old: dict[str, dict[str, str]], new: dict[str, dict[str, str]]) -> None:
    standing, moves = variant.standing, variant.moves
    assert standing is not None
    assert moves is not None
    ends = [[Fraction(one[key]) for one in new.values()] for key in ("score_low", "score_high")]
    before = [[Fraction(one[key]) for one in old.values()] for key in ("score_low", "score_high")]
    for end in range(2):
        assert abs(standing.mean[end] - sum(ends[end]) / len(new)) < Fraction(1, 10**5)
    assert standing.settled == sum(low == high for low, high in zip(*ends, strict=True))
    counted = Counter(one["grade"] for one in new.values())
    assert dict(standing.grades) == {name: counted[name] for name, _ in standing.grades}
    assert standing.ungraded == sum(rows for name, rows in counted.items() if "、" in name)
    signs = [
        {
            (new > old) - (new < old)
            for new, old in ((ends[0][at], before[0][at]), (ends[1][at], before[1][at]))
        }
        for at in range(len(new))
    ]
    assert moves.up == sum(1 in one and -1 not in one for one in signs)
    assert moves.down == sum(-1 in one and 1 not in one for one in signs)
    moved = [name for name, one in zip(new, signs, strict=True) if one != {0}]
    assert [f"u{one.row}" for one in moves.first] == moved[:5]
    assert [one.name for one in moves.first] == [new[name]["单位"] for name in moved[:5]]
    crossed = Counter(
        (old[name]["grade"], new[name]["grade"])
        for name in new
        if old[name]["grade"] != new[name]["grade"] and "、" not in old[name]["grade"] + new[name]["grade"]
    )
    assert Counter({(one, other): rows for one, other, rows in moves.grades}) == crossed


def test_a_grid_holds_what_each_of_its_variants_alone_does(source: Path) -> None:
    asked = ["预算控制率.条款2.分值=3,5", "等级.优=86,90"]
    together = simulate(TABLE, source, asked, processes=2)
    assert len(together.variants) == 4
    for one in together.variants:
        alone = simulate(
            TABLE, source, [f"{change.path}={change.now}" for change in one.changes], processes=1
        )
        assert (alone.variants[0].standing, alone.variants[0].moves) == (one.standing, one.moves)


def test_several_processes_count_the_same(source: Path, monkeypatch) -> None:
    """Whichever rows each of them has; a share that fails is done again by the parent, who says what is wrong."""
    alone = simulate(TABLE, source, VARIED[0][0], processes=1)
    monkeypatch.setattr("jixiao.desk.simulate.SMALL", 0)
    assert simulate(TABLE, source, VARIED[0][0], processes=3) == alone
    with pytest.raises(Refused, match="没有.csv"):
        simulate(TABLE, source.with_name("没有.csv"), VARIED[0][0], processes=2)


def test_shares_come_in_order_and_lost_ones_are_done_here() -> None:
    here = os.getpid()

    def do(number: int) -> tuple[int, bool]:
        if number == 2 and os.getpid() != here:
            os._exit(1)
        if number == 3 and os.getpid() != here:
            raise ValueError(number)
        return number, os.getpid() == here

    assert in_shares(5, do) == [(0, True), (1, False), (2, True), (3, True), (4, False)]
    assert in_shares(1, do) == [(0, True)]


def test_a_row_whose_rating_does_not_fit_the_table_is_not_counted(tmp_path: Path) -> None:
    """It reads as a case, and is refused where it is scored; it must not cost the other rows."""
    source = tmp_path / "a.csv"
    source.write_text("编制数,在职人员数,管理制度健全性.达到\n10,9,9\n10,9,1\n10,10,1\n", encoding="utf-8")
    batched = batch(TABLE, source, tmp_path / "o.csv", processes=1).tally
    found = simulate(TABLE, source, ["等级.优=88"], processes=1)
    assert (found.rows, found.bad) == (batched.scored, batched.bad) == (2, 1)
    assert found.ran[0].standing.rows == 2


def test_a_list_of_variants_is_a_file(source: Path, tmp_path: Path) -> None:
    table = tmp_path / "方案.csv"
    table.write_bytes("预算控制率.条款2.分值,等级.优\n3,\n,86\n9,\n".encode("gb18030"))
    listed = tmp_path / "方案.yaml"
    listed.write_text(
        "- 预算控制率.条款2.分值: 3\n- 等级.优: 86\n- 预算控制率.条款2.分值: 9\n", encoding="utf-8"
    )
    one, other = (simulate(TABLE, source, variants=path, processes=1) for path in (table, listed))
    assert one.variants == other.variants
    assert [[change.path for change in variant.changes] for variant in one.ran] == [
        ["预算控制率.条款2.分值"],
        ["等级.优"],
    ]
    (refused,) = one.refused
    assert "分值5" in str(refused.refused[0])


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        (
            "方案.yaml",
            "- 等级.优: 86\n- 3\n",
            "方案写成清单，一项一个方案：- {预算控制率.条款2.分值: 3, 等级.优: 92}",
        ),
        ("方案.yaml", "等级.优: 86\n", "方案写成清单"),
        ("方案.yaml", "- 等级.优: [86]\n", "方案写成清单"),
        ("方案.csv", "等级.优,等级.优\n86,87\n", "路径“等级.优”写了两列"),
        ("方案.csv", "等级.优\n88\n" + "9" * 200_000 + "\n", "第 3 行起读不成表"),
    ],
)
def test_a_list_of_variants_that_is_none_is_refused(
    source: Path, tmp_path: Path, name, text, message
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    with pytest.raises(Refused, match=re.escape(message)):
        simulate(TABLE, source, variants=tmp_path / name, processes=1)


def test_a_variant_that_no_table_can_be_is_told_beside_the_others(source: Path) -> None:
    found = simulate(TABLE, source, "管理制度健全性.分值=8,9", processes=1)
    assert [variant.standing is None for variant in found.variants] == [False, True]
    assert "分值9与句中8分不符" in str(found.refused[0].refused[0])


def test_points_of_an_indicator_that_is_rated(source: Path) -> None:
    """What ratings earn is worked out anew for each version of the sentence."""
    found = simulate(TABLE, source, "经济效益和社会效益.条款1.分值=9,10", processes=1)
    assert "分值10" in str(found.refused[0].refused[0])
    assert found.variants[1].moves is not None
    assert (found.variants[1].moves.up, found.variants[1].moves.down) == (0, 0)


def test_what_is_asked_has_to_be_something(source: Path, tmp_path: Path) -> None:
    with pytest.raises(BadQuestion, match="没有写要变什么"):
        simulate(TABLE, source)
    empty = tmp_path / "空.csv"
    empty.write_text("等级.优\n", encoding="utf-8")
    with pytest.raises(Refused, match="文件里没有方案"):
        simulate(TABLE, source, variants=empty)
    with pytest.raises(BadQuestion, match="只用一个"):
        simulate(TABLE, source, "等级.优=88", variants=empty)


def test_places_of_a_table_are_listed_with_what_stands_there() -> None:
    _, found = places(TABLE)
    by_path = {one.path: (one.now, one.clause) for one in found}
    assert by_path["预算控制率.条款2.分值"] == ("4分", "0-10%（含），计4分")
    assert by_path["“三公经费”变动率.条款1.分值"] == ("5分", "“三公经费”变动率≤0，计5分")
    assert by_path["等级.优"] == ("90", "")
