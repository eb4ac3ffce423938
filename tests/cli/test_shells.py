"""Completion: what each shell offers, asked of the shell itself where it is installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from jixiao.cli.app import every_command
from jixiao.cli.command import Command, Option
from jixiao.cli.completion import SHELLS
from jixiao.cli.shells import SCRIPTS

COMMANDS = every_command()
NAMES = [command.name for command in COMMANDS]


def script(shell: str, folder: Path) -> Path:
    path = folder / f"jixiao.{shell}"
    path.write_text(SCRIPTS[shell](COMMANDS), "utf-8")
    return path


@pytest.mark.parametrize("shell", SHELLS)
def test_a_script_names_every_command_option_and_choice(shell: str) -> None:
    text = SCRIPTS[shell](COMMANDS)
    options = [option for command in COMMANDS for option in command.options]
    words = [*NAMES, *(choice for option in options for choice in option.choices)]
    words += [name.lstrip("-") if shell == "fish" else name for option in options for name in option.names]
    assert [word for word in words if word not in text] == []


@pytest.mark.parametrize("shell", SHELLS)
def test_the_shell_takes_its_script(shell: str, tmp_path: Path) -> None:
    """Also where help has quotation marks, brackets and colons in it."""
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    odd = Option(("-x", "--odd"), 'it\'s a \\ [1:2] $HOME `date` "x"', "某[值]:", choices=("a", "b"))
    command = Command("odd", "it's: [odd] \\", "a:b [c]", (odd,), lambda _: 0, lambda _, __: "")
    path = tmp_path / "odd"
    path.write_text(SCRIPTS[shell]([*COMMANDS, command]), "utf-8")
    done = subprocess.run([shell, "-n", str(path)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def offered(line: list[str], folder: Path) -> list[str]:
    """Ask bash what it offers for the last word of a line, without the files it adds itself."""
    words = " ".join(f"'{word}'" for word in line)
    ask = f"COMP_WORDS=({words}); COMP_CWORD={len(line) - 1}; _jixiao; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    done = subprocess.run(
        ["bash", "-c", f"source {script('bash', folder)}; {ask}"], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    return done.stdout.split()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (["jixiao", ""], [*NAMES, "-h", "--help", "--version"]),
        (["jixiao", "s"], ["standard", "show", "sql", "simulate", "schema"]),
        (["jixiao", "check", "--f"], ["--format", "--fail-on", "--full"]),
        (["jixiao", "check", "a.yaml", "--ex"], ["--explain"]),
        (["jixiao", "lint", "--format", ""], ["text", "json", "sarif", "github"]),
        (["jixiao", "lint", "--format", "="], ["text", "json", "sarif", "github"]),
        (["jixiao", "lint", "--format", "=", "s"], ["sarif"]),
        (["jixiao", "check", "--fail-on", "一"], ["一般"]),
        (["jixiao", "help", "c"], ["check", "completion"]),
        (["jixiao", "completion", ""], list(SHELLS)),
        (["jixiao", "new", ""], ["table", "case"]),
        (["jixiao", "check", ""], []),
        (["jixiao", "check", "-o", ""], []),
        (["jixiao", "nothing", "-"], []),
    ],
    ids=" ".join,
)
def test_bash_offers(line: list[str], words: list[str], tmp_path: Path) -> None:
    if shutil.which("bash") is None:
        pytest.skip("bash is not installed")
    assert offered(line, tmp_path) == words


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("jixiao sc", ["schema"]),
        ("jixiao check --fo", ["--format"]),
        ("jixiao lint --format ", ["github", "json", "sarif", "text"]),
        ("jixiao completion ", ["bash", "fish", "zsh"]),
    ],
)
def test_fish_offers(line: str, words: list[str], tmp_path: Path) -> None:
    if shutil.which("fish") is None:
        pytest.skip("fish is not installed")
    ask = f"source {script('fish', tmp_path)}; complete -C '{line}'"
    home = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(["fish", "-c", ask], capture_output=True, text=True, check=True, env=home)
    assert sorted(row.split("\t")[0] for row in done.stdout.splitlines()) == words
