"""zen-engine: one expression node with all indicators, so that a row passes as few nodes as can be; rows in batches.

Its decimals hold 28 digits, which is enough for every comparison of this job to come out right.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from province.job import GRADES, JOB, UNDEFINED, Bands, Indicator, Share, Steps, counted
from province.rows import Columns
from province.scores import Scored

NAME = "province"


def requests(given: Columns) -> list[dict[str, Any]]:
    """Give the rows as a batch takes them."""
    names = list(given)
    rows = zip(*(numbers.tolist() for numbers in given.values()), strict=True)
    return [{"key": NAME, "context": dict(zip(names, row, strict=True))} for row in rows]


def scorer(indicators: tuple[Indicator, ...] = JOB) -> Callable[[list[dict[str, Any]]], list[Any]]:
    """Give what scores rows, without a trace."""
    import zen

    engine = zen.ZenEngine({"loader": {"type": "static", "content": {NAME: _model(indicators)}}})
    return lambda given: engine.evaluate_batch(given, {"trace": False})


def read(scores: list[Any]) -> Scored:
    """Give what came out."""
    rows = [one["data"]["result"] if "data" in one else one["result"] for one in scores]
    points = {one.id: np.array([row[one.id] for row in rows]).astype(np.int16) for one in JOB}
    total = np.array([row["total"] for row in rows]).astype(np.int32)
    return Scored(points, total, np.array([row["grade"] for row in rows]).astype(np.int8))


def _model(indicators: tuple[Indicator, ...]) -> dict[str, Any]:
    said = [(one.id, _points(one)) for one in indicators]
    said.append(("total", " + ".join(f"$.{one.id}" for one in indicators)))
    grade = str(len(GRADES) - 1)
    for place in range(len(GRADES) - 2, -1, -1):
        grade = f"($.total >= {GRADES[place][1]} ? {place} : {grade})"
    said.append(("grade", grade))
    expressions = [{"id": key, "key": key, "value": value} for key, value in said]
    return {
        "contentType": "application/vnd.gorules.decision",
        "nodes": [
            {"id": "in", "type": "inputNode", "name": "in"},
            {
                "id": "all",
                "type": "expressionNode",
                "name": "all",
                "content": {"expressions": expressions, "passThrough": False},
            },
            {"id": "out", "type": "outputNode", "name": "out"},
        ],
        "edges": [
            {"id": f"{source}-{target}", "type": "edge", "sourceId": source, "targetId": target}
            for source, target in (("in", "all"), ("all", "out"))
        ],
    }


def _points(one: Indicator) -> str:
    points = f"({one.below} == 0 ? {UNDEFINED} : {_earned(one)})"
    if isinstance(one, Steps) and one.exempt:
        return f"({one.above} == 0 and {one.below} == 0 ? {one.full} : {points})"
    return points


def _earned(one: Indicator) -> str:
    above, below = one.above, one.below
    if isinstance(one, Bands):
        sign, points = ">=" if one.from_above else "<=", "0"
        for bound, earned in reversed(one.bands):
            points = f"(100 * {above} {sign} {bound} * {below} ? {earned} : {points})"
        return points
    how = counted(one)
    divided = f"({how.by_above} * {above} + {how.by_below} * {below})"
    divided = f"abs({divided})" if how.of_size else divided
    count = f"floor({divided} / ({how.over} * {below}))"
    points = f"max([0, min([{one.full}, {how.base} + {how.each} * {count}])])"
    if isinstance(one, Share) and one.least:
        return f"(100 * {above} < {one.least} * {below} ? 0 : {points})"
    return points
