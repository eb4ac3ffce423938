"""`jixiao help` and `jixiao completion`."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from jixiao.cli.app import every_command

NAMES = [command.name for command in every_command()]


@pytest.mark.parametrize("name", NAMES)
def test_help_of_a_command_is_what_its_option_gives(jixiao, name: str) -> None:
    shown = jixiao("help", name)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert shown.stdout == jixiao(name, "--help").stdout
    assert max(cell_len(line) for line in shown.stdout.splitlines()) <= 80


def test_help_alone_lists_the_commands(jixiao) -> None:
    assert jixiao("help").stdout == jixiao("--help").stdout


def test_help_of_what_is_no_command_names_the_nearest(jixiao) -> None:
    done = jixiao("help", "chek")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "jixiao help：不认识的命令“chek”，是否为“check”。用法见 jixiao help --help\n"
    assert "多出来的是“lint”" in jixiao("help", "check", "lint").stderr


@pytest.mark.parametrize("locale", ["C", "C.UTF-8"])
@pytest.mark.parametrize(
    ("shell", "first"), [("bash", "# bash"), ("zsh", "#compdef jixiao"), ("fish", "# fish")]
)
def test_completion_prints_a_script(jixiao, shell: str, first: str, locale: str) -> None:
    done = jixiao("completion", shell, LC_ALL=locale)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(first)
    assert "严重 一般 提示" in done.stdout
    assert "common/department common/project common/project-2013" in done.stdout


def test_completion_of_no_shell_says_which_there_are(jixiao) -> None:
    assert "请写明是哪一种命令行：bash、zsh、fish" in jixiao("completion").stderr
    assert "不认识的命令行“bsh”，是否为“bash”" in jixiao("completion", "bsh").stderr
