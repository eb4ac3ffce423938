"""`jixiao read`, and `jixiao check` of a report: a draft with evidence, which never takes the place of a person's work."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copytree

import pytest

from shared.formats import held

ROOT = Path(__file__).parents[2]

REPORT = """\
湖南省怀化市某局2022年度部门整体支出绩效自评报告
一、基本情况
（一）人员。编制数19人，在职人员数12人。
（二）预算。2022年年初预算225.18万元，比上年增加34.38万元。
1.三公经费决算25.12万元，其中：公务接待费10.43万元，公务用车运行维护费14.69万元。
二、自评
自评得分98分，等级为优。
"""
OTHER = """\
湖南省怀化市某局2022年度部门决算公开
一、收入。收入决算295.12万元，支出决算295.12万元。
"""


@pytest.fixture
def project(folder: Path) -> Path:
    """Give a folder with two reports of one unit."""
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    (folder / "reports").mkdir()
    (folder / "reports/report.txt").write_text(REPORT, encoding="utf-8")
    (folder / "reports/account.txt").write_text(OTHER, encoding="utf-8")
    return folder


def test_a_report_becomes_a_case_that_is_checked(jixiao, project: Path) -> None:
    done = jixiao("read", "report.txt", "-o", "cases/bureau.yaml")
    assert (done.returncode, done.stdout) == (0, "")
    assert "report.txt：确定" in done.stderr
    assert "指标表要用、报告里没有读到的：" in done.stderr
    assert "已写入 cases/bureau.yaml" in done.stderr
    text = (project / "cases/bureau.yaml").read_text(encoding="utf-8")
    assert "编制数: {值: 19, 单位: 人, 出处: 自评报告 一（一）}" in text
    assert "指标表: huaihua-department@2022" in text
    assert "# 上年三公经费预算: {值: 待填" in text
    checked = jixiao("check", "cases/bureau.yaml", "--format", "json")
    assert checked.returncode == 0
    [result] = json.loads(checked.stdout)["results"]
    assert result["score"]["claimed"] == "98"
    assert "draft" not in result["case"]


def test_without_a_file_it_is_shown(jixiao, project: Path) -> None:
    done = jixiao("read", "report.txt")
    assert done.returncode == 0
    assert done.stdout.startswith("# 草稿：")
    document = held(jixiao("read", "report.txt", "--format", "json").stdout, "read")
    assert document["case"]["ruleset"] == "huaihua-department@2022"
    text = jixiao("read", "report.txt", "--text").stdout
    assert text == REPORT
    for one in (*document["statements"], *document["claims"], *document["unread"]):
        assert text[one["start"] : one["end"]] == one["quote"]
    assert {"自评报告 一（一）"} < {one["place"] for one in document["statements"]}


def test_json_into_a_file_is_chosen_by_its_name(jixiao, project: Path) -> None:
    assert jixiao("read", "report.txt", "-o", "report.json").returncode == 0
    held((project / "report.json").read_text(encoding="utf-8"), "read")


def test_several_reports_of_one_unit_are_one_case(jixiao, project: Path) -> None:
    done = jixiao("read", "reports/report.txt", "reports/account.txt", "-o", "one.yaml")
    assert done.returncode == 0
    text = (project / "one.yaml").read_text(encoding="utf-8")
    assert '来源: {自评报告: "report.txt", 决算公开: "account.txt"}' in text.replace(
        ": report.txt", ': "report.txt"'
    ).replace(": account.txt", ': "account.txt"')
    assert "出处: 决算公开 一" in text
    document = held(
        jixiao("read", "reports/report.txt", "reports/account.txt", "--format", "json").stdout, "read"
    )
    assert {one["source"] for one in document["statements"]} == {"自评报告", "决算公开"}


def test_what_a_person_wrote_is_never_changed(jixiao, project: Path) -> None:
    jixiao("read", "report.txt", "-o", "case.yaml")
    case = project / "case.yaml"
    first = case.read_bytes()
    done = jixiao("read", "report.txt", "-o", "case.yaml")
    assert (done.returncode, case.read_bytes()) == (0, first)
    assert "已有，未改：case.yaml\n" in done.stderr
    edited = (
        first.decode("utf-8")
        .replace("值: 19,", "值: 20,")
        .replace("年度: 2022", "年度: 2022  # 核对过")
        .encode("gb18030")
    )
    edited = edited.replace(b"\n", b"\r\n")
    case.write_bytes(edited)
    done = jixiao("read", "report.txt", "-o", "case.yaml")
    assert "新读到 1 处，附在文件末尾作备注" in done.stderr
    again = case.read_bytes()
    assert again.startswith(edited)
    added = again.removeprefix(edited).decode("gb18030")
    assert all(line.startswith("# ") for line in added.split("\r\n") if line)
    assert "编制数: {值: 19, 单位: 人" in added
    jixiao("read", "report.txt", "-o", "case.yaml")
    assert case.read_bytes() == again


def test_json_is_not_written_over_a_case(jixiao, project: Path) -> None:
    jixiao("read", "report.txt", "-o", "case.yaml")
    first = (project / "case.yaml").read_bytes()
    done = jixiao("read", "report.txt", "-o", "case.yaml", "--format", "json")
    assert (done.returncode, (project / "case.yaml").read_bytes()) == (2, first)
    assert "json 不能写进案例文件“case.yaml”" in done.stderr


@pytest.mark.parametrize("words", [("--format", "html"), ("--format", "json"), ("--full",), ()])
def test_what_was_written_of_a_report_is_not_read_as_one(
    jixiao, project: Path, words: tuple[str, ...]
) -> None:
    result = jixiao("check", "claim.yaml", *words)
    (project / "result.txt").write_text(result.stdout, encoding="utf-8")
    done = jixiao("read", "result.txt")
    assert (done.returncode, done.stdout) == (2, "")
    assert "result.txt：这是 jixiao 写出的结果，不是报告；请给出原来的报告" in done.stderr


def test_a_folder_takes_pages_that_were_saved_as_one_file(jixiao, project: Path) -> None:
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b\nContent-Type: text/html; charset=utf-8\n\n"
    page = f"<html><body>{''.join(f'<p>{line}</p>' for line in REPORT.splitlines())}</body></html>"
    (project / "reports/saved.mht").write_text(f"{head}{page}\n--b--\n", encoding="utf-8")
    done = jixiao("read", "reports", "-o", "cases")
    assert "saved.mht" in done.stderr


def test_a_case_that_cannot_be_read_stays_as_it_is(jixiao, project: Path) -> None:
    broken = (project / "broken.yaml").read_bytes()
    done = jixiao("read", "report.txt", "-o", "broken.yaml")
    assert (done.returncode, (project / "broken.yaml").read_bytes()) == (2, broken)
    assert "已有，未改：broken.yaml" in done.stderr


def test_a_folder_becomes_many_cases_and_one_failure_keeps_no_other_from_it(jixiao, project: Path) -> None:
    (project / "reports/broken.docx").write_bytes(b"PK\x03\x04\0\0 no archive")
    done = jixiao("read", "reports", "-o", "cases")
    assert done.returncode == 1
    assert "reports/broken.docx：" in done.stderr
    assert "案例 1 个，读不了的 1 个" in done.stderr
    assert [path.name for path in (project / "cases").iterdir()] == ["account.yaml"]


def test_a_folder_needs_a_folder(jixiao, project: Path) -> None:
    assert "要用 -o 写明把案例写进哪个文件夹" in jixiao("read", "reports").stderr
    assert jixiao("read", "none.docx").returncode == 2
    refused = jixiao("read", "none.docx", "--format", "json")
    assert held(refused.stdout, "read")["errors"]
    assert "不是报告" in jixiao("read", "quiet.yaml").stderr
    over = jixiao("read", "report.txt", "-o", "report.txt")
    assert over.returncode == 2
    assert (project / "report.txt").read_text(encoding="utf-8") == REPORT


def test_a_report_of_no_place_is_told_which_tables_there_are(jixiao, project: Path) -> None:
    (project / "report.txt").write_text(REPORT.replace("湖南省怀化市", ""), encoding="utf-8")
    done = jixiao("read", "report.txt")
    assert "# 指标表: huaihua-department@2022  # 怀化市" in done.stdout
    assert "没有适用的指标表" in done.stderr


def test_a_report_without_a_year_is_of_the_one_that_its_table_is_for(jixiao, project: Path) -> None:
    """What it says of last year is then of the year before; without a table it says what to do."""
    text = "某局部门整体支出绩效自评报告\n一、编制数27人，在职人员16人。三公经费预算20万元，上年三公经费预算25万元。\n"
    (project / "bare.txt").write_text(text, encoding="utf-8")
    refused = jixiao("check", "bare.txt")
    assert refused.returncode == 2
    assert "报告里没有读到年度：用 --table 指定一张指标表" in refused.stderr
    done = jixiao("check", "bare.txt", "--table", "huaihua-department@2022", "--format", "json")
    [result] = held(done.stdout, "check")["results"]
    assert (done.returncode, result["case"]["year"]) == (0, 2022)
    [change] = [one for one in result["indicators"] if one["name"] == "“三公经费”变动率"]
    assert {one["name"] for one in change["items"]} == {"三公经费预算", "上年三公经费预算"}
    assert any("按指标表的 2022 年度读" in one["message"] for one in result["findings"])


def test_without_a_table_the_reports_own_figures_are_checked(jixiao, project: Path) -> None:
    """Contradictions need no table; nothing is scored, and no claim is held to be wrong."""
    text = (
        "甲省乙市某局2022年度部门整体支出绩效自评报告\n一、收入决算100万元，收入决算120万元。自评得分98分。\n"
    )
    (project / "bare.txt").write_text(text, encoding="utf-8")
    done = jixiao("check", "bare.txt", "--fail-on", "严重")
    assert done.returncode == 1
    assert "statement-conflict" in done.stdout
    assert "没有指标表，只做了核查" in done.stdout
    assert "claim-" not in done.stdout
    assert "本地没有指标表" in done.stderr + done.stdout
    assert "以下报告没有评分，只核查了报告自己的数：" in done.stdout
    assert "以下内容没有用于评分" not in done.stdout
    [result] = held(jixiao("check", "bare.txt", "--format", "json").stdout, "check")["results"]
    assert result["ruleset"] is None
    page = jixiao("check", "bare.txt", "--format", "html").stdout
    assert "以下报告没有评分" in page
    assert "no-table" not in page + done.stdout


def test_a_report_of_another_place_is_told_that_it_has_no_table(jixiao, project: Path) -> None:
    (project / "report.txt").write_text(REPORT.replace("湖南省怀化市", "甲省乙市"), encoding="utf-8")
    done = jixiao("read", "report.txt")
    assert "# 指标表: " not in done.stdout
    assert "本地没有指标表，先用 jixiao new table 建一张" in done.stderr
    assert jixiao("check", "report.txt").returncode == 0
    assert jixiao("check", "report.txt", "--table", "huaihua-department@2022").returncode == 0


# ── check ────────────────────────────────────────────────────────────────────────────────────────


def test_check_takes_a_report_and_says_that_it_is_a_draft(jixiao, project: Path) -> None:
    done = jixiao("check", "report.txt")
    assert done.returncode == 0
    assert "草稿（未经人核对）" in done.stdout
    assert "自评 98" in done.stdout
    [result] = held(jixiao("check", "report.txt", "--format", "json").stdout, "check")["results"]
    assert result["case"]["draft"] is True


def test_check_takes_a_folder_of_reports_those_of_a_unit_together(jixiao, project: Path) -> None:
    document = held(jixiao("check", "reports", "--format", "json").stdout, "check")
    assert len(document["results"]) == 1


def test_a_folder_with_cases_is_its_cases(jixiao, project: Path) -> None:
    document = json.loads(jixiao("check", "quiet.yaml", "report.txt", "--format", "json").stdout)
    assert [one["case"].get("draft", False) for one in document["results"]] == [False, True]
    names = {
        one["case"]["id"] for one in json.loads(jixiao("check", ".", "--format", "json").stdout)["results"]
    }
    assert names == {"huaihua-beijing-2022", "quiet-2022"}


def test_what_is_doubtful_scores_nothing_until_a_person_says_so(jixiao, project: Path) -> None:
    case = project / "quiet.yaml"
    sure = case.read_text(encoding="utf-8")
    doubtful = sure.replace("值: 12, 单位: 人,", "值: 12, 单位: 人, 存疑: 离名称太远,")
    case.write_text(doubtful, encoding="utf-8")
    [result] = json.loads(jixiao("check", "quiet.yaml", "--format", "json").stdout)["results"]
    assert result["indicators"][0]["status"] == "open"
    [found] = [one for one in result["findings"] if one["code"] == "figure-doubtful"]
    assert (found["level"], found["items"]) == ("low", ["在职人员数"])
    assert "存疑 1 处" in jixiao("check", "quiet.yaml").stdout
    case.write_text(sure, encoding="utf-8")
    [result] = json.loads(jixiao("check", "quiet.yaml", "--format", "json").stdout)["results"]
    assert result["indicators"][0]["status"] == "scored"


# ── --compare ────────────────────────────────────────────────────────────────────────────────────


def test_a_phrase_that_is_taught_shows_what_it_changes(jixiao, project: Path) -> None:
    copytree(ROOT / "rules", project / "rules")
    copytree(ROOT / "rules", project / "before")
    items = project / "rules/items.yaml"
    text = items.read_text(encoding="utf-8")
    assert "\n  编制数:" in text
    before = project / "before/items.yaml"
    before.write_text(
        text.replace("\n  编制数:", "\n  火星编制数:").replace("编制数 ", "火星编制数 "), encoding="utf-8"
    )
    same = jixiao("read", "reports", "--compare", "rules")
    assert (same.returncode, same.stderr) == (0, "")
    assert "多读 0 个，少读 0 个，读得不同 0 个，相同 " in same.stdout
    done = jixiao("read", "reports", "--compare", "before")
    assert done.returncode == 0, done.stderr
    assert "reports/report.txt：" in done.stdout
    assert "编制数 19 人 2022年〔一（一）〕" in done.stdout
    refused = jixiao("read", "reports", "--compare", "reports")
    assert refused.returncode == 2
    assert "不是规则文件夹" in refused.stderr
