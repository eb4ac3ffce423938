"""Jixiao and its peers, each made ready to evaluate the same cases."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

import cel_peer
import house
import zen_peer
from contender import Contender, Scores
from figures import Varied

T = TypeVar("T")

IN_WORDS, ON_DEMAND = "in words", "words on demand"
"""Whether every reason is put into words, or none until somebody reads it."""


def all_contenders(cases: Sequence[Varied]) -> list[Contender]:
    """Give Jixiao, and every peer that is installed."""
    inputs = [case.inputs() for case in cases]
    found = _jixiao(cases)
    if find_spec("zen"):
        found.append(_zen(inputs, "zen-engine, trace on", zen_peer.compile_model))
        found.append(_zen(inputs, "zen-engine, as its quickstart", zen_peer.load_as_quickstart))
    if find_spec("cel_expr_python"):
        found.append(_cel(inputs))
    return found


def _jixiao(cases: Sequence[Varied]) -> list[Contender]:
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder, f"{case.number}.yaml") for case in cases]
        for file, case in zip(files, cases, strict=True):
            file.write_text(case.case_file(), encoding="utf-8")
        loaded, ruleset = house.read_cases(files)
    tables = {
        "the table as it is": ruleset,
        "one reading given": house.under(ruleset, {"不足一步": "按比例"}),
    }
    return [
        _jixiao_with(loaded, f"jixiao, {table}, {words}", tables[table], in_words=words == IN_WORDS)
        for words in (IN_WORDS, ON_DEMAND)
        for table in tables
    ]


def _jixiao_with(cases: list[Any], name: str, ruleset: Any, *, in_words: bool) -> Contender:
    program, seconds = _timed(lambda: house.understand(ruleset))

    def evaluate(case: Any) -> tuple[Any, dict[str, str] | None]:
        evaluation = house.evaluate(case, program)
        return evaluation, house.reasons(evaluation) if in_words else None

    return Contender(name, "jixiao", cases, evaluate, lambda given: _jixiao_scores(*given), seconds)


def _jixiao_scores(evaluation: Any, reasons: dict[str, str] | None) -> Scores:
    assert evaluation.low == evaluation.high, "a case of the benchmark must be complete"
    told = house.reasons(evaluation) if reasons is None else reasons
    return Scores(
        {_ascii(result.indicator.id): float(result.low) for result in evaluation.results},
        {_ascii(id_): reason for id_, reason in told.items()},
        float(evaluation.low),
    )


def _ascii(id_: str) -> str:
    """Give a code as the peers name it."""
    return id_.replace("-", "_")


def _zen(inputs: list[Any], name: str, load: Callable[[], Callable[[Any], Any]]) -> Contender:
    evaluate, seconds = _timed(load)

    def read(given: dict[str, Any]) -> Scores:
        assert given["trace"], "the trace must be on"
        indicators = {id_: one for id_, one in given["result"].items() if id_ != "total"}
        return _scores(indicators, given["result"]["total"])

    return Contender(name, "zen-engine", inputs, evaluate, read, seconds)


def _cel(inputs: list[Any]) -> Contender:
    evaluate, seconds = _timed(cel_peer.compile_programs)
    return Contender(
        "CEL (cel-expr-python)", "cel-expr-python", inputs, evaluate, lambda given: _scores(*given), seconds
    )


def _scores(indicators: dict[str, dict[str, Any]], total: float) -> Scores:
    return Scores(
        {id_: one["points"] for id_, one in indicators.items()},
        {id_: one["reason"] for id_, one in indicators.items()},
        total,
    )


def _timed(make: Callable[[], T]) -> tuple[T, float]:
    start = time.perf_counter()
    made = make()
    return made, time.perf_counter() - start
