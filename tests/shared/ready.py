"""The command `jixiao`, loaded and standing ready: a process that splits off a copy of itself for each run.

A start loads hundreds of modules and tests start the command some thousand times. What a copy runs is what
`python -m jixiao` runs; `tests/e2e/test_ready.py` compares the two. Python's own settings (locale, encoding) count
when a process starts, so a run with others than those of this one is a process of its own.
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import runpy
import subprocess
import sys
import threading
from contextlib import suppress
from fractions import Fraction
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from tempfile import TemporaryDirectory

AT_START = ("PYTHON", "LC_", "LANG")
"""How settings begin that count when a process starts."""

SENTENCES = (
    "完成率≥90%得5分，80%（含）-90%得3分，80%以下不得分。",
    "以100%为标准。完成率≤100%，计5分；每超过1个百分点扣0.5分，扣完为止。",
    "①制度健全，2分；②执行到位，3分。",
    "好的得5分；一般的得3分；差的不得分。",
    "得分=完成率×5",
    "每缺一项扣1分，最多扣3分。",
)
"""Of the commonest forms."""


class Ready:
    """A process that stands ready, with the settings that it was started with."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._at_start = _at_start(environment)
        self._process = subprocess.Popen(
            [sys.executable, __file__],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def fits(self, environment: dict[str, str]) -> bool:
        """Whether a run with these settings is the same as in a process of its own."""
        return self._at_start == _at_start(environment)

    def run(
        self, words: tuple[str, ...], folder: Path, environment: dict[str, str], encoding: str
    ) -> subprocess.CompletedProcess[str]:
        """Run the command with these words in a folder."""
        with TemporaryDirectory() as own:
            out, err = Path(own, "out"), Path(own, "err")
            asked = {
                "words": words,
                "folder": str(folder),
                "environment": environment,
                "out": str(out),
                "err": str(err),
            }
            assert self._process.stdin
            assert self._process.stdout
            self._process.stdin.write(json.dumps(asked) + "\n")
            self._process.stdin.flush()
            status = int(self._process.stdout.readline())
            written = [file.read_text(encoding=encoding) for file in (out, err)]
        return subprocess.CompletedProcess(words, status, *written)

    def end(self) -> None:
        """Let the process go."""
        self._process.communicate()


def started(
    words: tuple[str, ...], folder: Path, environment: dict[str, str], encoding: str
) -> subprocess.CompletedProcess[str]:
    """Run the command with these words in a folder, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "jixiao", *words],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding=encoding,
        check=False,
    )


def _at_start(environment: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in environment.items() if name.startswith(AT_START)}


def _serve() -> None:
    import jixiao

    for module in walk_packages(jixiao.__path__, "jixiao."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    _warm()
    gc.collect()
    gc.freeze()  # so that a copy's collector writes on no page that it shares with this one
    for line in sys.stdin:
        asked = json.loads(line)
        copy = os.fork()
        if not copy:
            _become(**asked)
            return
        _, status = os.waitpid(copy, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)  # noqa: T201


def _warm() -> None:
    """Understand a few sentences, so that the patterns of the language are compiled once and not by every copy."""
    from jixiao.scoring.sentence.understand import understand

    for sentence in SENTENCES:
        understand(sentence, "完成率", Fraction(5))


def _become(words: list[str], folder: str, environment: dict[str, str], out: str, err: str) -> None:
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(environment)
    for number, file, way in (
        (0, os.devnull, os.O_RDONLY),
        (1, out, os.O_WRONLY | os.O_CREAT),
        (2, err, os.O_WRONLY | os.O_CREAT),
    ):
        os.dup2(os.open(file, way), number)
    sys.argv = ["jixiao", *words]
    try:
        runpy.run_module("jixiao", run_name="__main__", alter_sys=True)
    except SystemExit as end:
        if isinstance(end.code, int):
            _leave(end.code)
        raise


def _leave(status: int) -> None:
    """End as Python does, without taking apart first all that was loaded, which takes longer than most runs.

    Where something cannot be written, it returns, and Python ends and says so as ever.
    """
    threading._shutdown()
    atexit._run_exitfuncs()
    with suppress(OSError, ValueError):
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(status & 0xFF)


if __name__ == "__main__":
    sys.path.pop(0)
    _serve()
