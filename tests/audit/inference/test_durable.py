"""durable-rules, held to its guards, gives what the plain evaluator gives.

Trials run in processes of their own, with every warning an error (tests/shared/findings/trials.py).
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import jixiao
from jixiao.audit.inference import compile_pack, open_engine
from jixiao.audit.inference.durable import DurableEngine, DurableFailure, durable_version
from jixiao.model.fact import Fact
from shared.findings.rules import finding, pattern, rule

pytestmark = pytest.mark.skipif(
    durable_version() is None, reason="durable-rules is not installed here; the plain evaluator runs instead"
)

TESTS = Path(__file__).parents[2]
ENGINE = Path(jixiao.__file__).parents[1]
PACK = compile_pack([rule("甲", [pattern("归类", 归类="$块")], finding("a", 归类="$块"))])
FACTS = [Fact.of("归类", 归类=name) for name in ("产出", "投入")]


def trial(*words: object, seed: str = "random") -> list[str]:
    """Run a trial; gives the words it prints."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "shared.findings.trials", *map(str, words)],
        env={**os.environ, "PYTHONPATH": f"{ENGINE}{os.pathsep}{TESTS}", "PYTHONHASHSEED": seed},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    return done.stdout.split()


def test_both_evaluators_give_the_same_on_random_packs() -> None:
    cases, fired, chained, _ = trial("same", 0, 2_000)

    assert int(cases) == 4_000
    assert int(fired) > 1_500, "the packs should mostly have something to say"
    assert int(chained) > 200, "and often in several steps"


def test_the_order_of_sets_does_not_show() -> None:
    assert trial("same", 0, 100, seed="1") == trial("same", 0, 100, seed="2")


def test_clean_cases_one_after_the_other() -> None:
    assert trial("clean", 1_000) == ["1000"]


@pytest.mark.skipif(
    not Path("/proc/self/statm").exists(), reason="memory is read from /proc, which is not here"
)
def test_memory_stays_flat() -> None:
    [kilobytes] = trial("memory", 20_000)

    assert int(kilobytes) < 4_000


def test_threads_take_turns() -> None:
    engine = DurableEngine(PACK)
    expected = open_engine(PACK, plain=True).saturate(FACTS)

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: engine.saturate(FACTS), range(200)))

    assert found == [expected] * 200


class Failing(list[object]):
    """A record that fails at the second entry, as an action might."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def append(self, entry: object) -> None:
        if self:
            raise self.error
        super().append(entry)


@pytest.mark.parametrize("error", [MemoryError(), KeyboardInterrupt()], ids=["memory", "Ctrl-C"])
def test_an_error_within_an_action_is_not_passed_over(error: BaseException) -> None:
    engine = DurableEngine(PACK)
    engine._fired = Failing(error)

    with pytest.raises(DurableFailure):
        engine.saturate(FACTS)


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="signals can't be put off")
@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_who_is_told_to_end_within_an_action_ends(told: signal.Signals) -> None:
    """durable-rules takes whatever an action raises for a failure of the action, and goes on."""

    class Told(list[object]):
        def append(self, entry: object) -> None:
            signal.pthread_kill(threading.get_ident(), told)  # to this thread: a test runner may have others
            super().append(entry)

    def leave(number: int, _: object) -> None:
        raise SystemExit(number)

    engine = DurableEngine(PACK)
    engine._fired = Told()
    before = signal.signal(told, leave)
    try:
        with pytest.raises(SystemExit):
            engine.saturate(FACTS)
    finally:
        signal.signal(told, before)


def test_after_a_failure_the_engine_is_not_used_again(monkeypatch: pytest.MonkeyPatch) -> None:
    engine = DurableEngine(PACK)

    def observed(name: str, facts: Sequence[object]) -> None:
        raise RuntimeError("Message has already been observed")

    with monkeypatch.context() as patch:
        patch.setattr(engine._host, "assert_facts", observed)
        with pytest.raises(DurableFailure):
            engine.saturate(FACTS)
    with pytest.raises(DurableFailure, match="failed before"):
        engine.saturate(FACTS)


def test_no_threads_are_left_running() -> None:
    import threading

    before = threading.active_count()
    open_engine(PACK).saturate(FACTS)

    assert threading.active_count() == before
