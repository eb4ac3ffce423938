"""`jixiao check` over many cases: several processes, Ctrl-C, and what goes wrong in one case."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from jixiao.cli import main
from jixiao.desk import check

CASES = 20
BROKEN_CASE = 17
LONG = 2_000
"""Cases that take far longer than it takes to stop."""


def many(folder: Path, claim: str, number: int = CASES) -> Path:
    """A folder of cases with findings, one of them broken."""
    where = folder / "many"
    where.mkdir()
    for one in range(number):
        text = claim.replace("huaihua-beijing-2022", f"case-{one}")
        (where / f"{one:04}.yaml").write_text(
            "案例: 某办\n代码: [broken\n" if one == BROKEN_CASE else text, encoding="utf-8"
        )
    return where


@pytest.fixture
def claim(folder: Path) -> str:
    return (folder / "claim.yaml").read_text(encoding="utf-8")


# ── The number of processes ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("form", [("--format", "text"), ("--format", "json", "--checks")])
def test_any_number_of_processes_gives_the_same(
    jixiao, folder: Path, claim: str, form: tuple[str, ...]
) -> None:
    many(folder, claim)
    words = ("check", "many", "none.yaml", "--fail-on", "严重", *form)
    alone, *others = (jixiao(*words, "--processes", number) for number in ("1", "2", "3"))
    assert alone.returncode == 2
    assert "0017.yaml" in alone.stderr
    assert "none.yaml" in alone.stderr
    for done in others:
        assert (done.returncode, done.stdout, done.stderr) == (alone.returncode, alone.stdout, alone.stderr)


def test_results_come_in_the_order_of_the_files(jixiao, folder: Path, claim: str) -> None:
    many(folder, claim)
    done = jixiao("check", "many", "--format", "json", "--processes", "3", "-o", "out.json")
    assert (done.returncode, done.stdout) == (2, "")
    document = json.loads((folder / "out.json").read_text(encoding="utf-8"))
    ids = [one["case"]["id"] for one in document["results"]]
    assert ids == [f"case-{one}" for one in range(CASES) if one != BROKEN_CASE]
    assert document["summary"]["cases"] == CASES - 1
    assert len(document["errors"]) == 1


def test_findings_of_all_processes_decide_the_exit_status(jixiao, folder: Path, claim: str) -> None:
    quiet = (folder / "quiet.yaml").read_text(encoding="utf-8")
    where = many(folder, quiet.replace("quiet-2022", "huaihua-beijing-2022"), number=BROKEN_CASE)
    words = ("check", "many", "--processes", "2", "--fail-on", "一般")
    assert jixiao(*words).returncode == 0
    (where / "9999.yaml").write_text(claim, encoding="utf-8")
    assert jixiao(*words).returncode == 1


@pytest.mark.parametrize("locale", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}])
def test_several_processes_need_no_locale(jixiao, folder: Path, claim: str, locale: dict[str, str]) -> None:
    many(folder, claim)
    assert jixiao("check", "many", "--processes", "2", **locale).stdout == jixiao("check", "many").stdout


@pytest.mark.parametrize("word", ["-1", "二", "1.5", "257", "٣", "99999999999999999999"])
def test_a_number_of_processes_that_makes_no_sense(jixiao, word: str) -> None:
    done = jixiao("check", "quiet.yaml", "--processes", word)
    assert (done.returncode, done.stdout) == (2, "")
    assert f"选项 --processes 不能是“{word}”" in done.stderr


# ── Ctrl-C ───────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def heeding_ctrl_c() -> Iterator[None]:
    """Undo what a shell does that runs the tests in the background: what is started there ignores Ctrl-C."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heeding_ctrl_c")
@pytest.mark.parametrize("processes", ["1", "2"])
def test_ctrl_c_ends_at_once_and_leaves_no_file(
    folder: Path, environment: dict[str, str], claim: str, processes: str
) -> None:
    many(folder, claim, LONG)
    out = folder / "out"
    out.mkdir()
    running = subprocess.Popen(
        [sys.executable, "-m", "jixiao", "check", "many", "--format", "json", "-o", "out/结果.json",
         "--processes", processes],
        cwd=folder, env=environment, stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True,
    )  # fmt: skip
    wait_until_written(out, running)
    os.killpg(running.pid, signal.SIGINT)
    began = time.monotonic()
    _, said = running.communicate(timeout=20)
    assert time.monotonic() - began < 10, "the rest of a long folder is not done first"
    assert running.returncode == 130
    assert said.splitlines()[-1] == "已中断，没有得出结果"
    assert "Traceback" not in said
    assert list(out.iterdir()) == []
    with pytest.raises(ProcessLookupError):
        os.killpg(running.pid, 0)


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGHUP])
def test_one_that_is_told_to_end_leaves_no_file(
    folder: Path, environment: dict[str, str], claim: str, told: signal.Signals
) -> None:
    many(folder, claim, LONG)
    out = folder / "out"
    out.mkdir()
    running = subprocess.Popen(
        [sys.executable, "-m", "jixiao", "check", "many", "-o", "out/结果.txt", "--processes", "2"],
        cwd=folder, env=environment, stderr=subprocess.PIPE, encoding="utf-8", start_new_session=True,
    )  # fmt: skip
    wait_until_written(out, running)
    running.send_signal(told)
    _, said = running.communicate(timeout=20)
    assert running.returncode == 128 + told
    assert said.splitlines() == [line for line in said.splitlines() if "0017.yaml" in line]
    assert list(out.iterdir()) == []
    with pytest.raises(ProcessLookupError):
        os.killpg(running.pid, 0)


def test_workers_end_with_a_parent_that_is_killed(
    folder: Path, environment: dict[str, str], claim: str
) -> None:
    many(folder, claim, LONG)
    out = folder / "out"
    out.mkdir()
    running = subprocess.Popen(
        [sys.executable, "-m", "jixiao", "check", "many", "-o", "out/结果.txt", "--processes", "2"],
        cwd=folder, env=environment, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    wait_until_written(out, running)
    running.kill()
    running.wait()
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            os.killpg(running.pid, 0)
        except ProcessLookupError:
            return
        time.sleep(0.05)
    raise AssertionError("workers are still there")


def wait_until_written(out: Path, running: subprocess.Popen[str]) -> None:
    """Until the file beside its place has something in it."""
    until = time.monotonic() + 60
    while not any(one.stat().st_size for one in out.iterdir()):
        assert running.poll() is None
        assert time.monotonic() < until
        time.sleep(0.05)


# ── What goes wrong in one case stays there ──────────────────────────────────────────────────────


def test_an_error_of_the_program_in_one_case_costs_no_other(
    folder: Path, claim: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    many(folder, claim, number=5)
    review = check.review_file

    def failing(file: Path, *more: object) -> object:
        if file.name == "0002.yaml":
            raise ZeroDivisionError
        return review(file, *more)

    monkeypatch.setattr(check, "review_file", failing)
    monkeypatch.chdir(folder)
    assert main(["check", "many", "--format", "json"]) == 2
    said = capsys.readouterr()
    document = json.loads(said.out)
    assert [one["case"]["id"] for one in document["results"]] == ["case-0", "case-1", "case-3", "case-4"]
    assert [one["file"] for one in document["errors"]] == ["many/0002.yaml"]
    assert "程序内部错误（ZeroDivisionError）" in document["errors"][0]["message"]
    assert said.err.splitlines()[0].startswith("many/0002.yaml：程序内部错误")


DIES = """
import os, sys
from jixiao.cli import main
from jixiao.desk import check
review = check.review_file
def dying(file, *more):
    if file.name in ("0005.yaml", "0006.yaml"):
        os._exit(9)
    return review(file, *more)
check.review_file = dying
sys.exit(main(sys.argv[1:]))
"""


def test_a_process_that_ends_over_a_case_costs_no_other(
    folder: Path, environment: dict[str, str], claim: str
) -> None:
    many(folder, claim)
    done = subprocess.run(
        [sys.executable, "-c", DIES, "check", "many", "--format", "json", "--processes", "2"],
        cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    document = json.loads(done.stdout)
    ids = [one["case"]["id"] for one in document["results"]]
    assert ids == [f"case-{one}" for one in range(CASES) if one not in (5, 6, BROKEN_CASE)]
    assert [one["file"] for one in document["errors"]] == [
        "many/0005.yaml",
        "many/0006.yaml",
        "many/0017.yaml",
    ]
    assert "进程中止" in document["errors"][0]["message"]
    assert done.returncode == 2


NO_ROOM = """
import os, sys
from jixiao.cli import main
from jixiao.desk import check
from jixiao.desk.workers import Workers
parent, review, start = os.getpid(), check.review_file, Workers._start
started = []
def dying(file, *more):
    if os.getpid() != parent and file.name > "0003.yaml":
        os._exit(9)
    return review(file, *more)
def crowded(self):
    started.append(self)
    if len(started) > 2:
        raise BlockingIOError
    start(self)
check.review_file, Workers._start = dying, crowded
sys.exit(main(sys.argv[1:]))
"""


def test_where_workers_end_and_there_is_no_room_for_others_the_parent_does_the_rest(
    jixiao, folder: Path, environment: dict[str, str], claim: str
) -> None:
    many(folder, claim)
    words = ("check", "many", "--format", "json", "--processes")
    done = subprocess.run(
        [sys.executable, "-c", NO_ROOM, *words, "2"],
        cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    alone = jixiao(*words, "1")
    assert (done.returncode, done.stdout, done.stderr) == (alone.returncode, alone.stdout, alone.stderr)
