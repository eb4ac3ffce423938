"""`jixiao check`: exit statuses, what stands on which stream, and files written whole."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

PLACED = re.compile(r"broken\.yaml:\d+:\d+：.+")
CLOSING = "huaihua-beijing-2022：自评 98 分，核算 12～95 分，自评高于可能的最高分，不成立"
"""Of a case that official sentences decide, though its table holds provisional ones too."""
QUIET_CLOSING = "quiet-2022：核算 5～100 分，没有自评总分（分值为推定）"
"""Of a case of which the provisional sentences decide everything, and so it says that they do."""


# ── Exit status ──────────────────────────────────────────────────────────────────────────────────


def test_done_is_0_and_the_closing_lines_come_last(jixiao) -> None:
    done = jixiao("check", "claim.yaml", "quiet.yaml")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-2:] == [CLOSING, QUIET_CLOSING]


@pytest.mark.parametrize("level", ["严重", "high", "一般", "medium", "提示", "low"])
def test_a_grave_finding_is_1_at_any_level(jixiao, level: str) -> None:
    assert jixiao("check", "claim.yaml", "--fail-on", level).returncode == 1


def test_without_findings_it_is_0(jixiao) -> None:
    assert jixiao("check", "quiet.yaml", "--fail-on", "一般").returncode == 0


def test_a_refused_input_is_2_and_the_others_are_evaluated(jixiao) -> None:
    done = jixiao("check", "broken.yaml", "none.yaml", "claim.yaml", "--fail-on", "严重")
    assert done.returncode == 2
    absent, *others = sorted(done.stderr.splitlines(), key=lambda line: line.startswith((" ", "broken")))
    broken, excerpt, caret = others
    assert PLACED.fullmatch(broken)
    assert (excerpt, caret) == ("    2 │ 代码: [broken", "      │       ^"), (
        "the line in question, as it stands there"
    )
    assert absent == "none.yaml：找不到文件，请核对路径"
    assert done.stdout.splitlines()[-1] == CLOSING
    assert "以下输入有误，没有核算：" in done.stdout


def test_an_excerpt_keeps_its_indentation_and_json_has_none(jixiao, folder) -> None:
    text = (folder / "quiet.yaml").read_text("utf-8")
    (folder / "shifted.yaml").write_text(f"{text}处置:\n\u00a0\u00a0甲: 1\n  乙: 2\n", "utf-8")
    number = text.count("\n") + 2
    done = jixiao("check", "shifted.yaml")
    message, excerpt, caret = done.stderr.splitlines()
    assert message.startswith(f"shifted.yaml:{number}:1：行首有不间断空格（U+00A0）")
    assert (excerpt, caret) == (f"    {number} │   甲: 1", f"    {' ' * len(str(number))} │ ^")
    assert len(jixiao("check", "shifted.yaml", "--format", "json").stderr.splitlines()) == 1


def test_a_place_that_names_no_source_is_a_reminder(jixiao, folder) -> None:
    text = (folder / "quiet.yaml").read_text("utf-8")
    (folder / "unplaced.yaml").write_text(f"{text}自评: {{总分: 90, 出处: 总结 五}}\n", "utf-8")
    done = jixiao("check", "unplaced.yaml")
    assert done.returncode == 0
    assert done.stderr.startswith("提醒：unplaced.yaml:")
    assert "出处“总结 五”没有以“来源”里的简称开头" in done.stderr


def test_all_refused_prints_nothing_on_standard_output(jixiao) -> None:
    done = jixiao("check", "broken.yaml")
    assert (done.returncode, done.stdout) == (2, "")


def test_a_folder_without_rules_is_refused(jixiao) -> None:
    done = jixiao("check", "quiet.yaml", "--rules", "none")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "none：找不到文件夹，请核对路径\n"


def test_a_folder_is_checked_with_all_its_cases_each_once(jixiao) -> None:
    done = jixiao("check", ".", "quiet.yaml")
    assert done.returncode == 2
    assert [line for line in done.stdout.splitlines() if line in (CLOSING, QUIET_CLOSING)] == [
        CLOSING,
        QUIET_CLOSING,
    ]


# ── JSON ─────────────────────────────────────────────────────────────────────────────────────────


def test_json_is_one_document_also_at_2(jixiao) -> None:
    done = jixiao("check", "claim.yaml", "broken.yaml", "--format", "json")
    document = json.loads(done.stdout)
    assert done.returncode == 2
    assert document["format"] == "jixiao.check/1"
    assert [one["case"]["id"] for one in document["results"]] == ["huaihua-beijing-2022"]
    assert [Path(one["file"]).name for one in document["errors"]] == ["broken.yaml"]
    assert document["errors"][0]["line"] >= 1
    assert PLACED.search(done.stderr)


def test_json_where_all_are_refused(jixiao) -> None:
    done = jixiao("check", "none.yaml", "--format=json")
    document = json.loads(done.stdout)
    assert (done.returncode, document["results"]) == (2, [])
    assert document["errors"] == [
        {"file": "none.yaml", "line": 0, "column": 0, "message": "找不到文件，请核对路径"}
    ]


def test_json_where_the_command_line_is_wrong(jixiao) -> None:
    done = jixiao("check", "--format", "json", "--fail-on", "大", "claim.yaml")
    assert done.returncode == 2
    assert "--fail-on" in json.loads(done.stdout)["errors"][0]["message"]


def test_two_files_with_one_code_are_both_evaluated(jixiao, folder: Path) -> None:
    (folder / "again.yaml").write_bytes((folder / "claim.yaml").read_bytes())
    document = json.loads(jixiao("check", "claim.yaml", "again.yaml", "--format", "json").stdout)
    assert (len(document["results"]), document["summary"]["cases"]) == (2, 2)


# ── -o ───────────────────────────────────────────────────────────────────────────────────────────


def test_output_goes_to_the_file_and_not_to_standard_output(jixiao, folder: Path) -> None:
    shown = jixiao("check", "claim.yaml", "--format", "json")
    done = jixiao("check", "claim.yaml", "--format", "json", "-o", "结果.json")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (folder / "结果.json").read_text(encoding="utf-8") == shown.stdout


def test_text_in_a_file_ends_with_the_closing_lines(jixiao, folder: Path) -> None:
    jixiao("check", "claim.yaml", "--output", "page.txt", FORCE_COLOR="1")
    page = (folder / "page.txt").read_text(encoding="utf-8")
    assert page.splitlines()[-1] == CLOSING
    assert "\x1b" not in page


def test_a_file_is_written_whole_or_not_at_all(jixiao, folder: Path) -> None:
    """Where the place can't take a file, what was there stays, and nothing is left beside it."""
    kept = folder / "kept"
    kept.mkdir()
    before = set(folder.rglob("*"))
    for target, why in (("kept", "这是文件夹"), ("none/page.txt", "文件夹不存在，请先建好")):
        done = jixiao("check", "claim.yaml", "-o", target)
        assert done.returncode == 2
        assert done.stderr == f"写不了“{target}”：{why}\n"
    assert set(folder.rglob("*")) == before


def test_a_new_report_replaces_the_old_one_and_keeps_its_permissions(jixiao, folder: Path) -> None:
    page = folder / "page.txt"
    page.write_text("旧", encoding="utf-8")
    page.chmod(0o640)
    (folder / "link.txt").symlink_to(page)
    assert jixiao("check", "claim.yaml", "-o", "link.txt").returncode == 0
    assert page.read_text(encoding="utf-8").splitlines()[-1] == CLOSING
    assert (folder / "link.txt").is_symlink()
    assert page.stat().st_mode & 0o777 == 0o640


def test_a_device_is_written_to_not_replaced(jixiao) -> None:
    assert jixiao("check", "claim.yaml", "-o", "/dev/stdout").stdout.splitlines()[-1] == CLOSING


def test_an_input_is_never_overwritten(jixiao, folder: Path) -> None:
    before = (folder / "claim.yaml").read_bytes()
    done = jixiao("check", ".", "-o", "claim.yaml")
    assert done.returncode == 2
    assert "“claim.yaml”已经有了" in done.stderr
    assert (folder / "claim.yaml").read_bytes() == before


# ── Terminals, pipes, locales ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "locale",
    [
        {"LANG": "C", "LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "latin-1:strict"},
    ],
)
def test_chinese_comes_out_as_utf_8_where_the_locale_has_none(jixiao, locale: dict[str, str]) -> None:
    done = jixiao("check", "claim.yaml", "broken.yaml", "--fail-on", "严重", **locale)
    assert done.returncode == 2
    assert done.stdout.splitlines()[-1] == CLOSING
    assert PLACED.fullmatch(done.stderr.splitlines()[0])


def test_a_gb18030_terminal_keeps_its_encoding_but_json_is_utf_8(jixiao) -> None:
    locale = {"PYTHONIOENCODING": "gb18030"}
    assert jixiao("check", "claim.yaml", encoding="gb18030", **locale).stdout.splitlines()[-1] == CLOSING
    document = json.loads(jixiao("check", "claim.yaml", "--format", "json", **locale).stdout)
    assert document["results"][0]["case"]["unit"] == "怀化市人民政府驻北京联络处"


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_closed_pipe_is_no_error_to_be_told(folder: Path, environment: dict[str, str], form: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with open(writing, "wb") as closed:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "jixiao", "check", "claim.yaml", "--format", form],
            cwd=folder, env=environment, stdout=closed, stderr=subprocess.PIPE, encoding="utf-8", check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (141, "")


def test_a_full_disk_behind_standard_output_is_one_message(folder: Path, environment: dict[str, str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "jixiao", "check", "claim.yaml"],
            cwd=folder, env=environment, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (2, "结果没有写完：磁盘已满\n")


def test_many_cases_show_progress_on_a_terminal(folder: Path, environment: dict[str, str]) -> None:
    """On standard error only, and gone when the report is there."""
    many = folder / "many"
    many.mkdir()
    for number in range(21):
        (many / f"{number}.yaml").write_bytes((folder / "quiet.yaml").read_bytes())
    ours, theirs = pty.openpty()
    with open(ours, "rb", buffering=0) as terminal:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "jixiao", "check", "many", "--format", "json"],
            cwd=folder, env=environment | {"TERM": "xterm"}, stdout=subprocess.PIPE, stderr=theirs, check=False,
        )  # fmt: skip
        os.close(theirs)
        shown = terminal.read(60_000)
    assert len(json.loads(done.stdout)["results"]) == 21
    assert "正在核算".encode() in shown


def test_what_is_not_used_is_told_and_the_case_evaluated(jixiao, folder: Path) -> None:
    """A name that items.yaml does not know: on stderr, in the report and in JSON; the exit status stays 0."""
    text = (folder / "quiet.yaml").read_text("utf-8").replace("  编制数:", "  编制书:")
    (folder / "quiet.yaml").write_text(text, "utf-8")
    done = jixiao("check", "quiet.yaml")
    assert done.returncode == 0
    assert done.stderr.startswith("提醒：quiet.yaml:10:3：items.yaml 没有数据项“编制书”")
    assert "写错了名称的请改成“编制数”" in done.stderr
    assert "以下内容没有用于评分，其余照常核算：" in done.stdout
    for processes in ("1", "2"):
        told = jixiao("check", "quiet.yaml", "claim.yaml", "--format", "json", "--processes", processes)
        document = json.loads(told.stdout)
        assert [(one["file"], one["line"], one["column"]) for one in document["warnings"]] == [
            ("quiet.yaml", 10, 3)
        ]
        assert (told.returncode, document["errors"], len(document["results"])) == (0, [], 2)
