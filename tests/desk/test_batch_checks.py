"""`batch --checks`: each row misses what the audit of it as a case misses, whatever its cells hold."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from jixiao.audit.checks.compiled import compile_checks, identity_checks
from jixiao.audit.checks.through import sums_of
from jixiao.bulk.batch.row_case import RowCases
from jixiao.bulk.checks.by_engine import codes_of
from jixiao.bulk.checks.result import CheckCode
from jixiao.desk.batch import batch
from jixiao.desk.rules import open_rules
from jixiao.files.rows.asked import Asked
from jixiao.files.rows.heads import read_heads

TABLE = "huaihua-department@2022"
HEADS = (
    "代码", "单位", "年初预算（万元）", "本年追加预算（元）", "上年结转（万元）", "收入决算（万元）", "支出决算（万元）",
    "基本支出决算（万元）", "人员经费决算（万元）", "公用经费决算（万元）", "项目支出（万元）", "项目预算（万元）",
    "财政拨款收入（万元）", "财政拨款支出（万元）", "财政拨款支出控制率（%）", "三公经费决算（万元）", "公务接待费决算（万元）",
    "公务接待人次", "公务接待费决算", "编制数（人）", "在职人员数（人）",
)  # fmt: skip


def rows(random: Random, count: int) -> list[list[str]]:
    """Rows in which some sums fit, some only as printed, and some cells are odd, in another unit, or said twice."""
    found = []
    for number in range(count):
        staff, running, project = (random.randint(100, 900) for _ in range(3))
        off = random.choice([0, 0, 0, 1, 100])
        spent = staff + running + project
        basic = random.choice([f"{(staff + running + off) / 100:.2f}", ""])
        rate = random.choice(["100", "99.5", "98.77", "97", ""])
        guests = random.randint(0, 40)
        found.append([
            f"u{number}", f"单位{number}", f"{spent / 100:.1f}", str(random.choice([0, 123400, 50000])), random.choice(["", "0", "1.5"]),
            random.choice([f"{spent / 100:.2f}", f"{spent // 100}", "1.2亿元"]), f"{(spent + random.choice([0, 2])) / 100:.2f}",
            basic, f"{staff / 100:.2f}", f"{running / 100:.2f}", f"{project / 100:.2f}", f"{project / 100 - random.choice([0, 1]):.2f}",
            f"{spent / 100:.2f}", f"{spent * 0.9877 / 100:.2f}", rate, f"{guests / 100:.2f}", f"{guests / 100:.2f}",
            random.choice(["12人次", "0", *UNREADABLE[:2], "1.5"]), random.choice(["", "", "", "0.05", f"{guests / 100:.3f}"]), "20", "19",
        ])  # fmt: skip
    return found


@pytest.fixture(scope="module")
def written(tmp_path_factory) -> tuple[Path, list[list[str]]]:
    found = rows(Random(5), 120)
    path = tmp_path_factory.mktemp("rows") / "全省.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([HEADS, *found])
    return path, found


def missed_by_audit(path: Path, texts: list[list[str]]) -> dict[str, set[str]]:
    """What the audit of each row as a case misses, by the row's code; no row that can't be read."""
    library = open_rules()
    ruleset = library.ruleset(TABLE)
    items = {name: one.unit for name, one in ruleset.items.items()}
    heads = read_heads(HEADS, Asked(ruleset, items, {}), str(path))
    cases = RowCases(ruleset, heads, str(path))
    checks = (*identity_checks(ruleset.items), *compile_checks(library.checks(), ruleset.items))
    sums = sums_of(checks)
    found = {}
    for number, one in enumerate(texts, 1):
        codes = codes_of(checks, sums, cases.case(readable(one), number, number + 1).whole, ruleset.items)
        found[one[0]] = {name for name, code in codes.items() if code is CheckCode.FAILS}
    return found


def readable(texts: list[str]) -> list[str]:
    """A row without the cells that only checks ask for and nobody can read."""
    return ["" if one in UNREADABLE else one for one in texts]


UNREADABLE = ("七", "1.2.3", "1.2亿元")


def read(path: Path) -> dict[str, dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return {one["代码"]: one for one in csv.DictReader(stream)}


def test_each_row_misses_what_its_audit_misses(written, tmp_path: Path) -> None:
    path, texts = written
    found = batch(TABLE, path, tmp_path / "得分.csv", checks=True)
    scored = read(tmp_path / "得分.csv")
    wanted = missed_by_audit(path, [one for one in texts if one[0] in scored])
    assert {name: set(filter(None, one["checks"].split("、"))) for name, one in scored.items()} == wanted
    counts = Counter(code for codes in wanted.values() for code in codes)
    assert len(counts) > 4, "the rows are ones of which some miss something"
    assert found.checked is not None
    assert found.unread == sum(cell in UNREADABLE for one in texts if one[0] in scored for cell in one)
    assert {one.id: one.count.fails for one in found.checked if one.count.fails} == counts
    assert all(one.count.first == tuple(sorted(one.count.first)) for one in found.checked)


def test_scores_are_the_same_with_checks_and_without(written, tmp_path: Path) -> None:
    path, _ = written
    batch(TABLE, path, tmp_path / "a.csv", checks=True)
    found = batch(TABLE, path, tmp_path / "b.csv")
    assert found.checked is None
    with_checks = read(tmp_path / "a.csv")
    assert {
        name: {key: text for key, text in one.items() if key != "checks"} for name, one in with_checks.items()
    } == read(tmp_path / "b.csv")


def test_a_run_that_goes_on_says_the_same_of_the_checks(written, tmp_path: Path, monkeypatch) -> None:
    """What finished chunks found is kept beside their rows."""
    path, _ = written
    whole = batch(TABLE, path, tmp_path / "a.csv", checks=True)

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("jixiao.bulk.batch.run.write_out", killed)
        with pytest.raises(KeyboardInterrupt):
            batch(TABLE, path, tmp_path / "b.csv", checks=True)
    assert (tmp_path / "b.csv.parts").is_dir()
    again = batch(TABLE, path, tmp_path / "b.csv", checks=True, resume=True)
    assert (again.checked, again.unread) == (whole.checked, whole.unread)
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
