"""`jixiao new`: what it gives runs at once, and never takes the place of what is there."""

from __future__ import annotations

import json
import re
from pathlib import Path
from shutil import copytree

import pytest

from jixiao.files import load_case, open_library
from shared.sentences.examples import Example, examples

ROOT = Path(__file__).parents[2]
TABLES = ("huaihua-department@2022", "project-expenditure@2024", "zhanjiang-department@2021")
SCHEMA = re.compile(r"# yaml-language-server: \$schema=(.+)")


@pytest.fixture
def project(folder: Path) -> Path:
    """Give a project with rules/ and an empty cases/, in which commands run."""
    copytree(ROOT / "rules", folder / "rules")
    (folder / "cases").mkdir()
    return folder


def checked(jixiao, *words: str) -> list[dict]:
    """Give the results of `check`, which must find nothing to refuse."""
    done = jixiao("check", *words, "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)["results"]


# ── A case ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("table", TABLES)
def test_a_new_case_of_each_table_is_checked_with_everything_open(jixiao, project, table: str) -> None:
    done = jixiao("new", "case", table, "-o", "cases/new.yaml")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "已写入 cases/new.yaml\n")
    (result,) = checked(jixiao, "cases/new.yaml")
    assert f"{result['ruleset']['id']}@{result['ruleset']['version']}" == table
    assert {one["status"] for one in result["indicators"]} == {"open"}
    assert (result["score"]["low"], result["score"]["high"]) == ("0", "100")


@pytest.mark.parametrize("table", TABLES)
def test_its_remarks_made_live_are_refused_until_they_are_filled_in(jixiao, project, table: str) -> None:
    jixiao("new", "case", table, "-o", "cases/new.yaml")
    case = project / "cases/new.yaml"
    case.write_text(live(case.read_text(encoding="utf-8")), encoding="utf-8")
    done = jixiao("check", "cases/new.yaml")
    assert done.returncode == 2
    assert "待填" in done.stderr


def test_filled_in_it_leaves_nothing_missing_for_any_form(jixiao, project) -> None:
    """A table with a sentence of every form: each figure and judgement it needs is asked for."""
    (project / "rules/all-2025.yaml").write_text(table_of_examples(), encoding="utf-8")
    jixiao("new", "case", "all", "-o", "cases/new.yaml")
    case = project / "cases/new.yaml"
    assert {one["status"] for one in checked(jixiao, "cases/new.yaml")[0]["indicators"]} == {"open"}
    case.write_text(filled(live(case.read_text(encoding="utf-8"))), encoding="utf-8")
    (result,) = checked(jixiao, "cases/new.yaml")
    assert [one["name"] for one in result["indicators"] if one["missing"]] == []
    assert {one["claimed"] for one in result["indicators"]} == {"0"}


def test_the_heading_is_what_the_options_say(jixiao, project) -> None:
    words = ("--title", "甲局：2022 年 #1", "--unit", '某"局"', "--code", "a.1", "--year", "2023")
    assert jixiao("new", "case", TABLES[0], "-o", "cases/a.yaml", *words).returncode == 0
    case, _ = load_case(project / "cases/a.yaml", open_library(project / "rules"))
    assert (case.title, case.unit, case.id, case.year) == ("甲局：2022 年 #1", '某"局"', "a.1", 2023)


def test_without_a_table_it_says_which_there_are(jixiao, project) -> None:
    done = jixiao("new", "case")
    assert (done.returncode, done.stdout) == (2, "")
    assert all(table in done.stderr for table in TABLES)


def test_an_unknown_table_is_refused_with_the_nearest(jixiao, project) -> None:
    done = jixiao("new", "case", "huaihua-departmnt", "-o", "cases/a.yaml")
    assert done.returncode == 2
    assert "huaihua-department" in done.stderr
    assert not (project / "cases/a.yaml").exists()


# ── A table ──────────────────────────────────────────────────────────────────────────────────────


def test_a_new_table_scores_a_new_case_at_once(jixiao, project) -> None:
    words = ("--code", "mine", "--year", "2025", "--region", "甲省乙市", "--title", "我的表")
    assert jixiao("new", "table", "-o", "rules/mine.yaml", *words).returncode == 0
    assert jixiao("lint", "rules/mine.yaml").stdout.endswith("没有发现问题\n")
    assert jixiao("new", "case", "mine", "-o", "cases/a.yaml").returncode == 0
    (result,) = checked(jixiao, "cases/a.yaml")
    assert (result["ruleset"]["id"], result["ruleset"]["version"]) == ("mine", "2025")
    assert result["ruleset"]["title"] == "我的表"
    assert len(result["indicators"]) == 4


def test_a_table_for_rules_with_other_items_still_runs(jixiao, project) -> None:
    """Formulas whose items are not defined stay remarks."""
    (project / "rules/items.yaml").write_text("数据项:\n  甲: {单位: 人, 含义: 人数}\n", encoding="utf-8")
    for path in (*project.glob("rules/*/*.yaml"), *project.glob("cases/*.yaml")):
        path.unlink()
    assert jixiao("new", "table", "-o", "rules/mine.yaml").returncode == 0
    assert "\n    # 公式: " in (project / "rules/mine.yaml").read_text(encoding="utf-8")
    assert jixiao("lint", "rules/mine.yaml").stdout.endswith("没有发现问题\n")
    assert jixiao("new", "case", "-o", "cases/a.yaml").returncode == 0, "the only table need not be named"
    assert len(checked(jixiao, "cases/a.yaml")[0]["indicators"]) == 4


# ── Where it goes ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("words", [("table",), ("case", TABLES[0])])
@pytest.mark.parametrize("place", ["rules/a.yaml", "rules/huaihua/a.yaml", "cases/a.yaml", "a.yaml"])
def test_the_first_line_leads_to_the_schema(jixiao, project, words: tuple[str, ...], place: str) -> None:
    assert jixiao("new", *words, "-o", place).returncode == 0
    first = (project / place).read_text(encoding="utf-8").splitlines()[0]
    schema = (project / place).parent / SCHEMA.fullmatch(first)[1]
    kind = "ruleset" if words[0] == "table" else "case"
    assert schema.resolve() == (project / f"rules/schema/{kind}.schema.json").resolve()


@pytest.mark.parametrize("words", [("table",), ("case", TABLES[0])])
def test_outside_of_a_project_it_says_how_to_name_the_schema(jixiao, folder, words) -> None:
    shown = jixiao("new", *words)
    assert shown.returncode == 0
    assert not SCHEMA.match(shown.stdout)
    assert "$schema" in shown.stdout
    assert jixiao("new", *words, "-o", "a.yaml").returncode == 0
    assert (folder / "a.yaml").read_text(encoding="utf-8") == shown.stdout


def test_a_first_table_in_an_empty_folder_is_seen_by_every_command(jixiao, folder) -> None:
    """Nothing but ./rules with one table: its items are those that came along."""
    (folder / "rules").mkdir()
    assert jixiao("new", "table", "-o", "rules/我的表.yaml").returncode == 0
    assert "检查了 1 个文件：没有发现问题" in jixiao("lint").stdout
    assert jixiao("show", "new-table").returncode == 0
    made = jixiao("new", "case", "-o", "案例.yaml")
    assert (made.returncode, made.stderr) == (0, "已写入 案例.yaml\n")
    [result] = checked(jixiao, "案例.yaml")
    assert result["ruleset"]["id"] == "new-table"


def test_the_folders_on_the_way_to_a_new_file_are_made(jixiao, project) -> None:
    assert jixiao("new", "table", "-o", "rules/某市/部门/表.yaml").returncode == 0
    assert "没有发现问题" in jixiao("lint", "rules/某市").stdout


def test_a_case_of_a_table_that_check_would_not_find_says_so(jixiao, folder) -> None:
    jixiao("new", "table", "-o", "我的表.yaml")
    made = jixiao("new", "case", "我的表.yaml", "-o", "案例.yaml")
    assert made.returncode == 0
    assert "“我的表.yaml”不在规则文件夹" in made.stderr
    assert "放进当前文件夹下的 rules 文件夹" in made.stderr


def test_a_file_that_is_there_is_never_written_over(jixiao, project) -> None:
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    done = jixiao("new", "table", "-o", "quiet.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "“quiet.yaml”已经有了，不会覆盖；请换一个文件名，或先把它移走\n"
    for place, why in (
        ("rules", "这是文件夹"),
        ("quiet.yaml/a.yaml", "路径里有一段不是文件夹"),
        ("长" * 99 + ".yaml", "文件名过长"),
    ):
        done = jixiao("new", "table", "-o", place)
        assert (done.returncode, done.stderr) == (2, f"写不了“{place}”：{why}\n")
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("表",), "应写 new table"),
        (("table", "mine"), "应写 new table"),
        (("table", "--unit", "某局"), "--unit 不用于 new table"),
        (("case", "--region", "某市"), "--region 不用于 new case"),
        (("table", "--code", "我的表"), "代码“我的表”不行"),
        (("table", "--year", "25"), "年度“25”不行"),
        (("table", "--title", " "), "名称是空的"),
        (("table", "--title", "a\x07"), "不可见的字符"),
    ],
)
def test_what_is_misused_is_one_message(jixiao, words: tuple[str, ...], said: str) -> None:
    done = jixiao("new", *words)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


# ── Made live and filled in, as people do it ─────────────────────────────────────────────────────

_FILL = {
    "值": "1", "比率": "50%", "总分": "0", "出处": "报告 一", "目标": "≥1 项", "分值": "1", "达到": "无",
    "次数": "0", "扣分": "0", "符合": "否", "成立": "否", "评定人": "复核组", "依据": "底稿",
}  # fmt: skip


def live(text: str) -> str:
    """Take the marks of remarks off every line behind the heading, as an editor does."""
    head, _, rest = text.partition("\n# ── ")
    lines = [line.removeprefix("#").removeprefix(" ") for line in rest.splitlines()[1:]]
    return head + "\n" + "\n".join(f"# {line}" if line.startswith("──") else line for line in lines) + "\n"


def filled(text: str) -> str:
    """Put something that fits in every place that is to be filled in; of levels, the first."""
    lines, level, points = [], "优", "0"
    for line in text.splitlines():
        choice = re.match(r"  #   (.+)（(?:.+～)?([\d.]+) 分）$", line)
        if re.search(r"^  # .* 分：", line):
            level, points = "", "0"
        elif choice and not level:
            level, points = choice[1], choice[2]
        fill = _FILL | {"等级": level, "得分": points}
        lines.append(re.sub(r"(\w+): 待填", lambda found: f"{found[1]}: {fill.get(found[1], '甲')}", line))  # noqa: B023
    return "\n".join(lines) + "\n"


def table_of_examples() -> str:
    """Write a table of every example that is understood, each under its own name, with 口径 that settle all."""
    chosen: dict[str, Example] = {}
    for example in examples():
        if not example.refused and not example.gap:
            chosen.setdefault(example.name, example)
    full = sum(example.points for example in chosen.values())
    lines = [
        "指标表: 全部写法", "代码: all", "版本: 2025", "适用: {地区: 甲, 对象: 乙, 年度: 2025}", f"满分: {full}",
        f"等级: {{优: {full}, 良: 3, 中: 2, 差: 0}}",
        "口径: {不足一步: 不计, 边界归属: 高分, 未达标: 不得分, 按比例计分: 按完成比例}",
        "指标:",
    ]  # fmt: skip
    for number, example in enumerate(chosen.values()):
        entry = {
            "名称": example.name,
            "代码": f"i{number}",
            "归类": ["甲类", "乙项"],
            "分值": f"{example.points}",
            "评分标准": example.text,
        }
        lines.append(f"  - {json.dumps(entry, ensure_ascii=False)}")
    return "\n".join(lines) + "\n"
