"""Jixiao and its peers, each made ready to evaluate the same cases."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

import cel_peer
import zen_peer
from contender import Contender, Scores
from figures import Varied

from jixiao.files import built_in_rules, load_case, open_library
from jixiao.model.case import Case
from jixiao.model.evaluation import Evaluation
from jixiao.model.ruleset import Ruleset
from jixiao.scoring.evaluate import evaluate_project
from jixiao.scoring.program.program import compile_ruleset

T = TypeVar("T")


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
    loaded, ruleset = _read(cases)
    one_reading = replace(ruleset, readings={**ruleset.readings, "不足一步": "按比例"})
    return [
        _jixiao_with(loaded, "jixiao, the table as it is", ruleset),
        _jixiao_with(loaded, "jixiao, one reading given", one_reading),
    ]


def _read(cases: Sequence[Varied]) -> tuple[list[Case], Ruleset]:
    library = open_library(built_in_rules())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "case.yaml")
        loaded = []
        for case in cases:
            path.write_text(case.case_file(), encoding="utf-8")
            loaded.append(load_case(path, library))
    return [case for case, _ in loaded], loaded[0][1]


def _jixiao_with(cases: list[Case], name: str, ruleset: Ruleset) -> Contender:
    program, seconds = _timed(lambda: compile_ruleset(ruleset))

    def evaluate(case: Case) -> tuple[Evaluation, list[object]]:
        evaluation = evaluate_project(case, case.whole, program)
        # Asked for here, so that the time for them counts should they ever be made on demand.
        return evaluation, [(result.explanation, result.deductions) for result in evaluation.results]

    return Contender(name, "jixiao", cases, evaluate, lambda given: _jixiao_scores(given[0]), seconds)


def _jixiao_scores(evaluation: Evaluation) -> Scores:
    assert evaluation.low == evaluation.high, "a case of the benchmark must be complete"
    results = {result.indicator.id.replace("-", "_"): result for result in evaluation.results}
    return Scores(
        {id_: float(result.low) for id_, result in results.items()},
        {id_: result.explanation for id_, result in results.items()},
        float(evaluation.low),
    )


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
