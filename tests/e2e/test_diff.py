"""`jixiao diff` as whoever changes a rule runs it: files, folders, git revisions, the gate."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from shutil import copytree

import pytest

from reports.pages import assert_whole

ROOT = Path(__file__).parents[2]
OLD, NEW = "rules/huaihua/department-2022.yaml", "rules/huaihua/department-2023.yaml"


@pytest.fixture
def project(folder: Path) -> Path:
    """Give a folder with rules, cases, and next year's table beside this year's."""
    copytree(ROOT / "rules", folder / "rules")
    copytree(ROOT / "cases", folder / "cases")
    text = (folder / OLD).read_text(encoding="utf-8")
    text = text.replace("版本: 2022", "版本: 2023").replace("年度: 2022", "年度: 2023")
    text = text.replace("20-30%（含），计2分；大于30%", "20-35%（含），计2分；大于35%")
    (folder / NEW).write_text(text, encoding="utf-8")
    return folder


def git(folder: Path, *words: str) -> None:
    subprocess.run(
        ["git", "-c", "user.name=a", "-c", "user.email=a@b", *words],
        cwd=folder,
        check=True,
        capture_output=True,
    )


def test_the_regions_that_changed(jixiao, project) -> None:
    """By code and version, and by file: the same."""
    for words in ((OLD, NEW), ("huaihua-department@2022", "huaihua-department@2023")):
        done = jixiao("diff", *words)
        assert (done.returncode, done.stderr) == (0, "")
        assert "(30%, 35%] 由 0 分变为 2 分" in done.stdout
        assert "15 项不变，1 项含义变了" in done.stdout


def test_json(jixiao, project) -> None:
    """One document, exact, with the cases that move."""
    done = jixiao("diff", OLD, NEW, "--cases", "cases", "--format", "json")
    document = json.loads(done.stdout)
    [changed] = [one for one in document["indicators"] if one["meaning_changed"]]
    assert changed["id"] == "budget-control"
    assert [(one["from"], one["to"], one["old"], one["new"]) for one in changed["regions"]] == [
        ("0.3", "0.35", "0", "2")
    ]
    moved = [case for case in document["cases"] if case["moved"]]
    assert [(case["id"], case["old"], case["new"]) for case in moved] == [
        ("huaihua-beijing-2022", {"low": "12", "high": "95"}, {"low": "14", "high": "97"})
    ]


def test_the_gate(jixiao, project) -> None:
    """Exit status 1 where more cases move than may; 0 where they are allowed to."""
    assert jixiao("diff", OLD, NEW, "--cases", "cases", "--max-moved", "1").returncode == 0
    done = jixiao("diff", OLD, NEW, "--cases", "cases", "--max-moved", "0")
    assert (done.returncode, done.stderr) == (1, "有 1 个案例的得分变了，多于 --max-moved 的 0 个\n")
    assert jixiao("diff", OLD, NEW, "--cases", "cases", "--no-grade-change").returncode == 0
    assert (
        jixiao("diff", OLD, OLD, "--cases", "cases", "--max-moved", "0", "--no-grade-change").returncode == 0
    )


def test_a_gate_needs_cases(jixiao, project) -> None:
    """Else it would always pass."""
    done = jixiao("diff", OLD, NEW, "--max-moved", "0")
    assert done.returncode == 2
    assert "要与 --cases 同写" in done.stderr


def test_git_revisions(jixiao, project) -> None:
    """A file of a revision, and the whole folder of rules."""
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-qm", "one")
    text = (project / OLD).read_text(encoding="utf-8")
    (project / OLD).write_text(text.replace("大于30%的不得分", "大于30%的得1分"), encoding="utf-8")
    for words in ((f"HEAD:{OLD}", OLD), ("HEAD", "rules"), ("HEAD:rules", "rules")):
        done = jixiao("diff", *words)
        assert (done.returncode, done.stderr) == (0, ""), words
        assert "大于 30% 由 0 分变为 1 分" in done.stdout, words


def test_what_is_not_there(jixiao, project) -> None:
    """Neither a path, nor a code, nor a revision."""
    for words in (("nope", NEW), (f"HEAD:{OLD}", NEW), (OLD, "rules/none.yaml"), (OLD, "rules")):
        done = jixiao("diff", *words)
        assert done.returncode == 2, words
        assert done.stderr.strip(), words
        assert "Traceback" not in done.stderr


def test_a_broken_table_is_told_at_its_place(jixiao, project) -> None:
    """Nothing is compared with what can't be understood."""
    text = (project / NEW).read_text(encoding="utf-8")
    (project / NEW).write_text(text.replace("大于35%的不得分", "大于35%的另行研究"), encoding="utf-8")
    done = jixiao("diff", OLD, NEW, "--format", "json")
    assert done.returncode == 2
    [error] = json.loads(done.stdout)["errors"]
    assert error["file"] == NEW
    assert error["line"] > 1


def test_the_page_stands_alone(jixiao, project) -> None:
    """One file, nothing fetched, markup in names harmless."""
    text = (project / NEW).read_text(encoding="utf-8")
    (project / NEW).write_text(text.replace("名称: 预算控制率", "名称: 预算<b>控制率", 1), encoding="utf-8")
    text = (project / NEW).read_text(encoding="utf-8").replace("预算控制率=0，", "=0，")
    (project / NEW).write_text(text, encoding="utf-8")
    done = jixiao("diff", OLD, NEW, "--cases", "cases", "--format", "html", "-o", "page.html")
    assert (done.returncode, done.stderr) == (0, "")
    page = (project / "page.html").read_text(encoding="utf-8")
    assert "(30%, 35%] 由 0 分变为 2 分" in page
    assert "预算&lt;b&gt;控制率" in page
    assert "<del>30%</del>" in page
    assert "<ins>35%</ins>" in page
    assert page.count('<svg viewBox="0 0 520 268" role="img"') == 2
    assert_whole(page)
    assert not any(word in page for word in ("http://", "https://", "src=", "@import"))


def test_a_case_that_is_broken_does_not_keep_the_others_from_it(jixiao, project) -> None:
    """It is told, and the exit status is 2."""
    (project / "cases/zz.yaml").write_text(
        "案例: 坏的\n代码: bad\n单位: 甲\n地区: 乙\n年度: x\n对象: 丙\n", encoding="utf-8"
    )
    done = jixiao("diff", OLD, NEW, "--cases", "cases")
    assert done.returncode == 2
    assert "zz.yaml" in done.stderr
    assert "huaihua-beijing-2022" in done.stdout


def test_a_new_version_beside_the_old_one_is_held_against_it(jixiao, project) -> None:
    """With the latest before it of the same code, which still stands; text and JSON say so."""
    git(project, "init", "-q")
    new = (project / NEW).read_text(encoding="utf-8")
    (project / NEW).unlink()
    git(project, "add", ".")
    git(project, "commit", "-qm", "one")
    (project / NEW).write_text(new, encoding="utf-8")
    done = jixiao("diff", "HEAD", "rules")
    assert done.returncode == 0
    note = "新版本 huaihua-department@2023：与同一代码最近的版本 huaihua-department@2022 比较"
    assert note.replace(" ", "") in "".join(done.stdout.split())
    assert "(30%, 35%] 由 0 分变为 2 分" in done.stdout
    document = json.loads(jixiao("diff", "HEAD", "rules", "--cases", "cases", "--format", "json").stdout)
    pairs = [(one["old"]["version"], one["new"]["version"]) for one in document["tables"]]
    assert pairs.count(("2022", "2023")) == 1
    assert "新增" not in "".join(document["notes"])
    assert jixiao("diff", "HEAD", "rules", "--cases", "cases", "--max-moved", "0").returncode == 1


def test_a_gate_that_compares_nothing_says_so_and_fails_where_asked(jixiao, project) -> None:
    """Cases of other tables only: nothing moved, since nothing was looked at."""
    gate = ("diff", OLD, NEW, "--cases", "cases/zhanjiang-beijing-2021.yaml", "--max-moved", "0")
    done = jixiao(*gate)
    assert done.returncode == 0
    assert done.stderr.startswith("提醒：没有一个案例可以比较：huaihua-department@2023")
    assert "没有比较任何案例（有 1 个不用这张表）" in done.stdout
    done = jixiao(*gate, "--strict")
    assert done.returncode == 1
    assert done.stderr.startswith("没有一个案例可以比较")
    assert "--strict" in done.stderr
    document = json.loads(jixiao(*gate, "--format", "json").stdout)
    assert document["summary"]["cases"] == 0
    assert document["summary"]["passed_over"] == 1
    assert document["summary"]["not_compared"] == ["huaihua-department@2023"]


def test_a_grade_that_was_open_and_still_is_says_so_and_fails_where_asked(jixiao, project) -> None:
    """That it did not change is not known."""
    gate = ("diff", OLD, NEW, "--cases", "cases", "--no-grade-change")
    done = jixiao(*gate)
    assert done.returncode == 0
    assert "变前变后等级都没有定" in done.stderr
    assert "huaihua-beijing-2022" in done.stderr
    assert "变前变后等级都没有定" in done.stdout
    assert jixiao(*gate, "--strict").returncode == 1
    document = json.loads(jixiao(*gate, "--format", "json").stdout)
    cases = document["cases"]
    still = [one for one in cases if len(one["before"]["grades"]) > 1 and len(one["after"]["grades"]) > 1]
    assert [one["before"]["open"] and one["after"]["open"] for one in cases].count(True) == len(still) > 0
    assert document["summary"]["open_grades"] == len(still)


def test_strict_needs_cases(jixiao, project) -> None:
    """As every gate does."""
    assert jixiao("diff", OLD, NEW, "--strict").returncode == 2
