"""Case files one after the other: in order, each by itself, whatever goes wrong in one."""

from __future__ import annotations

import gc
from pathlib import Path
from shutil import copy

import pytest

from jixiao.desk import check
from jixiao.desk.check import check_cases, check_each
from jixiao.desk.workers import Workers
from jixiao.model.review import Checked

ROOT = Path(__file__).parents[2]
RULES = ROOT / "rules"
CASES = sorted((ROOT / "cases").glob("*.yaml"))


def names(checked: Checked) -> list[str]:
    return [review.evaluation.case.id for review in checked.reviews] or [
        Path(error.place.file).name for error in checked.errors
    ]


def ids(files: list[Path], **settings: int | None) -> list[list[str]]:
    return list(check_each(files, RULES, names, **settings))


def test_each_file_gives_one_thing_in_order(tmp_path: Path) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("案例: [", encoding="utf-8")
    files = [CASES[0], broken, CASES[1]]
    found = ids(files)
    assert found == [ids([CASES[0]])[0], ["broken.yaml"], ids([CASES[1]])[0]]


def test_rules_that_are_not_in_order_are_told_once() -> None:
    [only] = check_each(CASES, Path("none"), names)
    assert only == ["none"]


def test_nothing_to_check_gives_nothing() -> None:
    assert ids([]) == []


def test_where_no_process_can_be_started_one_does_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: object) -> None:
        raise BlockingIOError("no room for another process")

    expected = ids(CASES)
    monkeypatch.setattr(check, "can_fork", lambda: True)
    monkeypatch.setattr(Workers, "_start", full)
    assert ids(CASES, processes=2) == expected


def test_where_it_is_not_safe_to_fork_one_does_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def unsafe(_: object) -> None:
        raise AssertionError("forked")

    monkeypatch.setattr(check, "can_fork", lambda: False)
    monkeypatch.setattr(Workers, "_start", unsafe)
    assert ids(CASES, processes=2) == ids(CASES)


def test_a_few_files_are_not_worth_other_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    def unwanted(_: object) -> None:
        raise AssertionError("forked")

    monkeypatch.setattr(check, "can_fork", lambda: True)
    monkeypatch.setattr(check, "usable_processors", lambda: 8)
    monkeypatch.setattr(Workers, "_start", unwanted)
    assert ids(CASES, processes=None) == ids(CASES)


def test_garbage_is_collected_as_before_once_it_is_over() -> None:
    before = gc.get_threshold()
    running = check_each(CASES, RULES, names)
    next(running)
    running.close()
    assert gc.get_threshold() == before


def test_garbage_is_collected_as_before_where_two_run_at_once() -> None:
    """As in two threads: the one that began first need not end last."""
    before = gc.get_threshold()
    first, second = check_each(CASES, RULES, names), check_each(CASES, RULES, names)
    next(first), next(second)
    first.close()
    second.close()
    assert gc.get_threshold() == before


def test_what_a_program_keeps_from_the_collector_stays_kept() -> None:
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        list(check_each(CASES, RULES, names))
        assert gc.get_freeze_count() >= frozen // 2
    finally:
        gc.unfreeze()


def test_an_engine_that_failed_is_not_used_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """durable-rules refuses everything after a failure; the next case gets a new one."""
    engines = []

    class Failing:
        name = "failing"

        def __init__(self, real: object) -> None:
            self.real, self.uses = real, 0
            engines.append(self)

        def saturate(self, facts: object) -> object:
            self.uses += 1
            if len(engines) == 1:
                raise RuntimeError("for good")
            return self.real.saturate(facts)

    opened = check.open_engine
    monkeypatch.setattr(check, "open_engine", lambda pack, **said: Failing(opened(pack, **said)))
    files = [copy(CASES[0], tmp_path / f"{number}.yaml") for number in range(3)]
    run = check_cases(files, RULES)
    assert [error.place.file for error in run.errors] == [str(files[0])]
    assert len({review.evaluation.case.place.file for review in run.reviews}) == 2
    assert [engine.uses > 0 for engine in engines] == [True, True]
