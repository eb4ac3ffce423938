"""`jixiao new`: what it gives runs at once, and never takes the place of what is there."""

from __future__ import annotations

import json
import re
from pathlib import Path
from shutil import copytree

import pytest

import jixiao as jixiao_api
from jixiao.cli import new
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
    assert done.stderr.count("还没有填：") == 1, "told once, with the lines"
    assert "行）" in done.stderr


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


# ── A table from a common framework ──────────────────────────────────────────────────────────────

FRAMEWORKS = ("common/department", "common/project", "common/project-2013")


def test_what_completion_offers_is_what_there_is() -> None:
    assert new.FRAMEWORKS == FRAMEWORKS
    assert tuple(one.reference for one in jixiao_api.frameworks(rules=ROOT / "rules")) == FRAMEWORKS


@pytest.mark.parametrize("reference", FRAMEWORKS)
def test_it_has_the_indicators_and_says_of_each_what_is_missing(jixiao, project, reference: str) -> None:
    framework = jixiao_api.framework(reference, rules=project / "rules")
    assert jixiao("new", "table", "--from", reference, "-o", "rules/new.yaml").returncode == 0
    done = jixiao("lint", "rules/new.yaml", "--format", "json")
    assert done.returncode == 1
    flaws = json.loads(done.stdout)["findings"]
    assert {flaw["code"] for flaw in flaws} == {"to-fill"}
    assert len(flaws) == len(framework.indicators)
    for flaw, indicator in zip(flaws, framework.indicators, strict=True):
        assert indicator.name in flaw["message"]
        assert "还没有填分值和评分标准" in flaw["message"]
    refused = jixiao("new", "case", "new-table")
    assert (refused.returncode, refused.stdout) == (2, "")
    assert len(refused.stderr.splitlines()) == len(framework.indicators)
    assert "rules/new.yaml:" in refused.stderr


@pytest.mark.parametrize("reference", FRAMEWORKS)
def test_filled_in_it_lints_clean_and_scores_a_case(jixiao, project, reference: str) -> None:
    """From nothing to a checked case: every indicator filled as its formula or its 要点 suggest."""
    framework = jixiao_api.framework(reference, rules=project / "rules")
    words = ("--code", "mine", "--year", str(framework.last or 2025), "--region", "甲省乙市")
    assert jixiao("new", "table", "--from", reference, "-o", "rules/mine.yaml", *words).returncode == 0
    table = project / "rules/mine.yaml"
    table.write_text(filled_in(table.read_text("utf-8")), "utf-8")
    done = jixiao("lint", "rules/mine.yaml", "--format", "json")
    assert (done.returncode, done.stderr) == (0, "")
    assert {flaw["code"] for flaw in json.loads(done.stdout)["findings"]} == set()
    assert jixiao("show", "mine", "-o", "表.txt").returncode == 0

    assert jixiao("new", "case", "mine", "-o", "cases/a.yaml", "--unit", "某办").returncode == 0
    case = project / "cases/a.yaml"
    assert {one["status"] for one in checked(jixiao, "cases/a.yaml")[0]["indicators"]} == {"open"}
    case.write_text(filled(live(case.read_text(encoding="utf-8"))), encoding="utf-8")
    (result,) = checked(jixiao, "cases/a.yaml")
    assert result["score"]["full"] == str(len(framework.indicators))
    assert [one["name"] for one in result["indicators"] if one["missing"] or one["status"] == "open"] == []
    named = [one["name"].partition("（")[0] for one in result["indicators"]]
    assert named == [one.name for one in framework.indicators]
    assert [one["id"] for one in result["indicators"]] == [one.id for one in framework.indicators]


def test_a_table_of_today_from_the_old_framework_is_told_where_the_new_one_differs(jixiao, project) -> None:
    jixiao("new", "table", "--from", "common/project-2013", "-o", "rules/mine.yaml", "--year", "2025")
    table = project / "rules/mine.yaml"
    table.write_text(filled_in(table.read_text("utf-8")), "utf-8")
    (flaw,) = json.loads(jixiao("lint", "rules/mine.yaml", "--format", "json").stdout)["findings"]
    assert (flaw["code"], flaw["level"], flaw["indicator"]) == ("common-formula", "info", "资金到位率")
    assert (
        "common/project（财预〔2020〕10号，附件1；凭记忆写的）：实际到位资金 ÷ 项目预算资金"
        in flaw["message"]
    )
    assert "这里：实际到位资金 ÷ 计划投入资金，与common/project-2013相同" in flaw["message"]


def test_half_filled_the_filled_half_is_linted(jixiao, project) -> None:
    jixiao("new", "table", "--from", "common/department", "-o", "rules/mine.yaml")
    table = project / "rules/mine.yaml"
    first = "分值: 待填\n    公式: 在职人员数 / 编制数"
    text = table.read_text("utf-8").replace(first, first.replace("待填", "5"))
    head, cut, tail = text.partition("分值: 5\n")
    sentence = "评分标准: 不超过100%的，得4分；每超过1个百分点，扣1分，扣完为止。"
    table.write_text(head + cut + tail.replace("评分标准: 待填", sentence, 1), "utf-8")
    flaws = json.loads(jixiao("lint", "rules/mine.yaml", "--format", "json").stdout)["findings"]
    assert sorted(flaw["code"] for flaw in flaws) == ["points-misfit", *["to-fill"] * 27]


def test_items_that_are_not_there_are_given_to_be_taken_over(jixiao, project) -> None:
    """Rules with other items: formulas stay remarks, and what they need stands below, ready to copy."""
    items = project / "rules/items.yaml"
    items.write_text(
        "数据项:\n  编制数: {单位: 人, 含义: 编制}\n  在职人员数: {单位: 人, 含义: 人数}\n", "utf-8"
    )
    for path in (*project.glob("rules/*/*.yaml"), *project.glob("cases/*.yaml")):
        path.unlink()
    (project / "rules/common").rmdir()
    assert jixiao("new", "table", "--from", "common/project", "-o", "rules/mine.yaml").returncode == 0
    table = project / "rules/mine.yaml"
    text = table.read_text("utf-8")
    assert (
        "\n    # 公式: 实际到位资金 / 项目预算资金  # 先在 items.yaml 里写上实际到位资金、项目预算资金，再去掉“# ”\n"
        in text
    )
    assert "\n    公式: " not in text
    below = re.findall(r"^#   (\S+: \{单位: .+\})$", text, re.MULTILINE)
    assert len(below) == 9
    items.write_text("数据项:\n" + "".join(f"  {line}\n" for line in below), "utf-8")
    table.write_text(filled_in(re.sub(r"# (公式: [^#\n]+)  # 先在.*", r"\1", text)), "utf-8")
    assert "没有发现问题" in jixiao("lint", "rules/mine.yaml").stdout


def test_the_heading_is_the_framework_s_unless_it_is_said(jixiao, project) -> None:
    jixiao("new", "table", "--from", "common/project", "-o", "rules/a.yaml")
    text = (project / "rules/a.yaml").read_text("utf-8")
    assert "\n指标表: 某市项目支出绩效评价指标表 " in text
    assert "对象: 项目支出, " in text
    assert "财预〔2020〕10号，附件1；待填" in text
    jixiao(
        "new",
        "table",
        "--from",
        "common/project",
        "-o",
        "rules/b.yaml",
        "--subject",
        "专项资金",
        "--title",
        "乙表",
    )
    text = (project / "rules/b.yaml").read_text("utf-8")
    assert "\n指标表: 乙表 " in text
    assert "对象: 专项资金, " in text


def test_an_unknown_framework_is_refused_with_those_that_there_are(jixiao, project) -> None:
    done = jixiao("new", "table", "--from", "common/departments", "-o", "rules/a.yaml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "没有共性框架“common/departments”，是否为“common/department”；现有：" in done.stderr
    assert all(reference in done.stderr for reference in FRAMEWORKS)
    assert not (project / "rules/a.yaml").exists()


def filled_in(text: str) -> str:
    """Fill in a table from a framework: one point each, by figures where there is a formula, else by a list."""
    points = text.count("分值: 待填")
    text = text.replace("满分: 100", f"满分: {points}").replace(
        "优: 90, 良: 80, 中: 60", f"优: {points}, 良: 2, 中: 1"
    )
    rows = text.replace("分值: 待填", "分值: 1").split("  - 名称: ")
    by_figures = "达到90%的，得满分；每低于1个百分点，扣0.1分，扣完为止。"
    for place, row in enumerate(rows[1:], start=1):
        sentence = by_figures if "\n    公式: " in row else "①已经做到，0.4分；②有依据，0.6分。"
        rows[place] = row.replace("评分标准: 待填", f"评分标准: {sentence}")
    return "  - 名称: ".join(rows)


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
        (("case", "--from", "common/project"), "--from 不用于 new case"),
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


_BY_NAME = (("是 或 否", "否"), ("扣几分", "0"), ("数值", "50%"), ("几", "1"))
"""What fits an input of a sentence of several rules, by what its remark asks for."""


def named(line: str) -> str:
    """Fill in an input that has a name of its own, as its remark says; of grades, the first."""
    asked = re.match(r" {6,}[^#]+: 待填 +# (.+)", line)
    if asked is None:
        return line
    shown = re.match("写哪一档：([^0-9，]+)|数值，如 ([^；]+)", asked[1])
    value = (
        shown[1] or shown[2]
        if shown
        else next((value for words, value in _BY_NAME if asked[1].startswith(words)), "待填")
    )
    return line.replace(": 待填", f": {value}", 1)


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
        line = named(line)  # noqa: PLW2901
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


def test_every_unit_has_a_code_of_its_own(jixiao, project) -> None:
    """Two cases of one code would mix up their results; the same unit keeps its own."""

    def code(unit: str) -> str:
        made = jixiao("new", "case", TABLES[0], "--unit", unit).stdout
        return next(line for line in made.splitlines() if line.startswith("代码: ")).split("#")[0].strip()

    assert code("甲单位") != code("乙单位")
    assert code("甲单位") == code("甲单位")


def test_cases_of_one_unit_in_a_folder_are_numbered_on(jixiao, project) -> None:
    """So that `check` of the folder mixes up nothing; a code that is asked for is taken, and told where it is in use."""
    for name in ("a", "b", "c"):
        assert (
            jixiao("new", "case", TABLES[0], "--unit", "甲单位", "-o", f"cases/{name}.yaml").returncode == 0
        )
    codes = [one["case"]["id"] for one in checked(jixiao, "cases")]
    assert codes[1:] == [f"{codes[0]}-2", f"{codes[0]}-3"]
    done = jixiao("new", "case", TABLES[0], "--code", codes[0], "-o", "cases/d.yaml")
    assert done.returncode == 0
    assert done.stderr.startswith(f"提醒：这个文件夹里已有案例用代码“{codes[0]}”")
    assert f"2 个案例用了同一个代码“{codes[0]}”" in jixiao("check", "cases").stdout


def test_a_new_case_is_made_beside_files_that_can_not_be_read(jixiao, project) -> None:
    (project / "cases/odd.yaml").write_bytes(b"\xff\xfe\x00" * 9)
    (project / "cases/folder.yaml").mkdir()
    assert jixiao("new", "case", TABLES[0], "--unit", "甲单位", "-o", "cases/a.yaml").returncode == 0
