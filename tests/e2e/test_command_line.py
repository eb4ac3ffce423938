"""The command line itself: help, version, and what is misused, all in Chinese."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import NoReturn

import pytest
from rich.cells import cell_len

import jixiao as package
from jixiao.cli import app, main
from jixiao.cli.check import CHECK
from jixiao.cli.command import Command

ROOT = Path(__file__).parents[2]
LONG = "不超过100%的，得满分；每超过1个百分点，扣0.5分，扣完为止。" * 9
"""A sentence that no system takes for the name of a file."""
KNOWN = "、".join(app.NAMES)


def failing(problem: BaseException) -> Command:
    """Give `check` as a command that fails in this way."""

    def run(read: object) -> NoReturn:
        raise problem

    return Command("check", CHECK.summary, CHECK.words, CHECK.options, run, CHECK.refusal)


def test_the_version_is_the_one_of_the_project(jixiao) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert package.__version__ == project["version"]
    assert jixiao("--version").stdout == f"jixiao {project['version']}\n"


@pytest.mark.parametrize("words", [("--help",), ("-h",), ("check", "--help"), ("check", "none.yaml", "-h")])
def test_help_is_chinese_and_fits_80_columns(jixiao, words: tuple[str, ...]) -> None:
    done = jixiao(*words)
    assert (done.returncode, done.stderr) == (0, "")
    assert "用法：jixiao" in done.stdout
    assert all(cell_len(line) <= 80 for line in done.stdout.splitlines())
    assert not any(word in done.stdout for word in ("usage", "options", "show this"))


def test_help_names_every_command_and_option(jixiao) -> None:
    overview, help_text = jixiao("--help").stdout, jixiao("check", "--help").stdout
    assert all(name in overview for name in app.NAMES)
    assert all(name in help_text for option in CHECK.options for name in option.names)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ((), f"jixiao：缺少命令，可用：{KNOWN}。"),
        (("chek",), "jixiao：不认识的命令“chek”，是否为“check”。"),
        (("看",), f"jixiao：不认识的命令“看”，可用：{KNOWN}。"),
        (("--versoin",), "jixiao：不认识的选项“--versoin”，是否为“--version”。"),
        (("check",), "jixiao check：缺少参数：案例|采集表|报告|文件夹…。"),
        (("check", ""), "jixiao check：参数是空的，应为：案例|采集表|报告|文件夹…。"),
        (("check", "a.yaml", "--formt", "json"), "jixiao check：不认识的选项“--formt”，是否为“--format”。"),
        (("check", "a.yaml", "--form=json"), "jixiao check：不认识的选项“--form”，是否为“--format”。"),
        (("check", "a.yaml", "-o"), "jixiao check：选项 -o/--output 后面缺少参数。"),
        (("check", "a.yaml", "--fail-on", "--rules", "x"), "jixiao check：选项 --fail-on 后面缺少参数。"),
        (("check", "a.yaml", "--help=1"), "jixiao check：选项 -h/--help 不带参数。"),
        (
            ("check", "a", "--format", "xml"),
            "jixiao check：选项 --format 不能是“xml”，可用：text、json、html、docx、xlsx、sarif、github。",
        ),
        (
            ("check", "a", "--fail-on", "高"),
            "jixiao check：选项 --fail-on 不能是“高”，可用：严重（high）、一般（medium）、提示（low）。",
        ),
    ],
)
def test_misuse_is_one_line_that_says_what_to_do(jixiao, words: tuple[str, ...], message: str) -> None:
    done = jixiao(*words)
    called = message.partition("：")[0]
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"{message}用法见 {called} --help\n"


def test_words_and_options_mix_in_any_order(jixiao, folder: Path) -> None:
    (folder / "-dash.yaml").write_bytes((folder / "quiet.yaml").read_bytes())
    done = jixiao("check", "quiet.yaml", "--fail-on=提示", "claim.yaml", "--", "-dash.yaml")
    assert done.returncode == 1
    assert [line.partition("：")[0] for line in done.stdout.splitlines()[-3:]] == [
        "quiet-2022",
        "huaihua-beijing-2022",
        "quiet-2022",
    ]


@pytest.mark.parametrize(
    ("words", "option"),
    [
        (("standard", "大于95%的得满分", "--points", "5", "--at=--"), "--at"),
        (("standard", "大于95%的得满分", "--points=--"), "--points"),
        (("lint", "-o--"), "-o/--output"),
    ],
)
def test_two_hyphens_are_no_value(capsys, words: tuple[str, ...], option: str) -> None:
    """Argparse makes an empty list of them."""
    assert main(list(words)) == 2
    said = capsys.readouterr().err
    assert said == f"jixiao {words[0]}：选项 {option} 后面缺少参数。用法见 jixiao {words[0]} --help\n"


@pytest.mark.parametrize(
    "words",
    [
        ("lint", LONG),
        ("check", LONG),
        ("show", f"{LONG}.yaml"),
        ("lint", "--rules", LONG),
        ("check", "a.yaml", "--rules", LONG),
        ("new", "table", "-o", f"{LONG}/表.yaml"),
        ("new", "case", f"{LONG}.yaml"),
    ],
)
def test_a_sentence_where_a_path_is_wanted_is_a_path_that_is_not_there(
    capsys, words: tuple[str, ...]
) -> None:
    assert main(list(words)) == 2
    said = capsys.readouterr().err
    assert "内部错误" not in said
    assert said.count("\n") == 1


def test_an_interruption_while_the_commands_load_is_one_message(monkeypatch, capsys) -> None:
    class Interrupted:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "jixiao.cli.app":
                raise KeyboardInterrupt

    monkeypatch.delitem(sys.modules, "jixiao.cli.app")
    monkeypatch.setattr(sys, "meta_path", [Interrupted(), *sys.meta_path])
    assert main([]) == 130
    assert capsys.readouterr().err == "已中断，没有得出结果\n"


def test_an_interruption_is_one_message(monkeypatch, capsys) -> None:
    monkeypatch.setattr(app, "find_command", lambda _: failing(KeyboardInterrupt()))
    assert main(["check", "a.yaml"]) == 130
    assert capsys.readouterr().err == "已中断，没有得出结果\n"


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_mistake_of_ours_shows_no_traceback(monkeypatch, capsys, form: str) -> None:
    monkeypatch.delenv("JIXIAO_DEBUG", raising=False)
    monkeypatch.setattr(app, "find_command", lambda _: failing(ZeroDivisionError("Fraction(1, 0)")))
    assert main(["check", "a.yaml", "--format", form]) == 2
    shown = capsys.readouterr()
    assert shown.err.startswith("程序内部错误（ZeroDivisionError），没有得出结果。请把命令和文件发给开发者")
    assert "Traceback" not in shown.err
    assert ("jixiao.check/1" in shown.out) == (form == "json")


def test_a_developer_may_ask_for_the_traceback(monkeypatch, capsys) -> None:
    monkeypatch.setenv("JIXIAO_DEBUG", "1")
    monkeypatch.setattr(app, "find_command", lambda _: failing(ZeroDivisionError("Fraction(1, 0)")))
    assert main(["check", "a.yaml"]) == 2
    assert "Traceback" in capsys.readouterr().err


def test_nothing_slow_is_loaded_before_it_is_needed(environment: dict[str, str]) -> None:
    """Help and mistakes must not wait for grammars, schemas and tables."""
    code = "import sys, jixiao.cli; print([m for m in ('rich', 'lark', 'jsonschema', 'yaml') if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, encoding="utf-8", check=True
    )
    assert done.stdout == "[]\n"


@pytest.mark.parametrize("columns", ["0", "00", "²", "9" * 5_000, "-5", "many"])
@pytest.mark.parametrize(
    "words", [("check", "quiet.yaml"), ("items", "预算"), ("lint", "--explain", "band-gap")]
)
def test_a_terminal_of_no_columns_is_as_if_it_had_not_said(jixiao, columns: str, words) -> None:
    """Nothing printed and exit status 0 would look as if all were well."""
    told, silent = jixiao(*words, COLUMNS=columns, LINES=columns), jixiao(*words)
    assert (told.returncode, told.stderr) == (0, "")
    assert told.stdout == silent.stdout != ""


def test_a_folder_that_is_gone_is_told(monkeypatch, tmp_path: Path, capsys) -> None:
    """Where a command can't do without the folder it was called in."""
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert main(["new", "table", "-o", "x"]) == 2
    assert capsys.readouterr().err == "当前文件夹已经不在了，没有得出结果；请换到别的文件夹再运行\n"
