"""`check` in a pipe, on a terminal, and for other programs; and only the findings that are asked for."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import struct
import subprocess
import sys
import termios
from pathlib import Path

import pytest
from rich.cells import cell_len

UNIT = "怀化市人民政府驻北京联络处"


@pytest.mark.parametrize(
    "words", ["", "--full", "--brief", "--format json", "--format sarif", "--format github"]
)
def test_a_reader_that_goes_away_early_is_no_error(
    folder: Path, environment: dict[str, str], words: str
) -> None:
    command = f'"{sys.executable}" -m jixiao check claim.yaml claim.yaml quiet.yaml {words} | head -1'
    done = subprocess.run(
        ["/bin/bash", "-c", command], cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert len(done.stdout.splitlines()) == 1


def test_a_pipe_breaks_and_cuts_no_line(jixiao) -> None:
    """Also one of more than the widest screen: each finding is one line, whole."""
    shown = jixiao("check", "claim.yaml").stdout
    told = json.loads(jixiao("check", "claim.yaml", "--format", "json").stdout)["results"][0]["findings"]
    assert "…" not in shown
    assert max(cell_len(line) for line in shown.splitlines()) > 120
    for one in (one for one in told if "folded_under" not in one):
        [line] = [line for line in shown.splitlines() if line.split()[:1] == [str(one["number"])]]
        assert one["title"] in line
        assert one["message"] in line
        assert line.endswith(one["code"])


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("words", [(), ("--brief",)])
def test_a_terminal_gets_lines_as_wide_as_it_is(
    folder: Path, environment: dict[str, str], columns: int, words: tuple[str, ...]
) -> None:
    plain = environment | {"TERM": "dumb"}
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    with open(ours, "rb", buffering=0) as terminal:  # noqa: PTH123
        subprocess.run(
            [sys.executable, "-m", "jixiao", "check", "claim.yaml", *words],
            cwd=folder, env=plain, stdin=theirs, stdout=theirs, stderr=subprocess.PIPE, check=False,
        )  # fmt: skip
        os.close(theirs)
        shown = _all_of(terminal).decode()
    lines = shown.replace("\r", "").splitlines()
    assert lines
    assert max(map(cell_len, lines)) <= columns
    assert UNIT in shown


def _all_of(terminal) -> bytes:
    """Read what was printed; the end of a terminal is an error."""
    found = b""
    while True:
        try:
            found += terminal.read(65_536)
        except OSError:
            return found


# ── Only some findings ───────────────────────────────────────────────────────────────────────────


def test_brief_is_a_line_a_case_with_its_unit(jixiao) -> None:
    claim, quiet = jixiao("check", "claim.yaml", "quiet.yaml", "--brief").stdout.splitlines()
    assert claim.startswith(f"huaihua-beijing-2022 {UNIT}：自评 98 分，")
    assert quiet.startswith("quiet-2022 某办：")


@pytest.mark.parametrize(
    "words",
    [("--level", "严重"), ("--code", "unit-suspect"), ("--code", "sum-mismatch", "--code", "unit-suspect")],
)
def test_json_says_how_many_findings_are_left_out(jixiao, words: tuple[str, ...]) -> None:
    """Those that stay keep their numbers; without a filter nothing is left out, and nothing says so."""
    [whole] = json.loads(jixiao("check", "claim.yaml", "--format", "json").stdout)["results"]
    [some] = json.loads(jixiao("check", "claim.yaml", "--format", "json", *words).stdout)["results"]
    assert "left_out" not in whole
    assert some["left_out"] == len(whole["findings"]) - len(some["findings"]) > 0
    assert all(one in whole["findings"] for one in some["findings"])


def test_a_wrong_code_names_the_nearest(jixiao) -> None:
    for option in ("--code", "--explain"):
        done = jixiao("check", *(["claim.yaml"] if option == "--code" else []), option, "claim-abov-range")
        assert (done.returncode, done.stdout) == (2, "")
        assert "没有疑点代码“claim-abov-range”，是否为“claim-above-range”" in done.stderr


def test_full_and_brief_together_are_refused(jixiao) -> None:
    assert jixiao("check", "claim.yaml", "--full", "--brief").returncode == 2


def test_filters_reach_every_format(jixiao) -> None:
    words = ("check", "claim.yaml", "--code", "unit-suspect")
    results = json.loads(jixiao(*words, "--format", "sarif").stdout)["runs"][0]["results"]
    assert {one["ruleId"] for one in results} == {"unit-suspect"}
    [line] = jixiao(*words, "--format", "github").stdout.splitlines()
    assert line.startswith("::warning file=claim.yaml,line=")
    assert "unit-suspect" in line


# ── Two cases with one code ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("words", [(), ("--full",), ("--brief",)])
def test_two_cases_with_one_code_are_told(jixiao, folder: Path, words: tuple[str, ...]) -> None:
    (folder / "again.yaml").write_bytes((folder / "quiet.yaml").read_bytes())
    told = "2 个案例用了同一个代码“quiet-2022”：again.yaml、quiet.yaml。"
    assert told in jixiao("check", "again.yaml", "quiet.yaml", *words).stdout
    done = jixiao("check", "again.yaml", "quiet.yaml", "--format", "json")
    assert done.stderr.startswith(told)
    assert json.loads(done.stdout)["summary"]["same_code"] == [
        {"case": "quiet-2022", "files": ["again.yaml", "quiet.yaml"]}
    ]
