"""zen-engine: the table as a JSON decision model (JDM), evaluated with its trace.

One node for each indicator, as a rules team would draw it: expression nodes, and decision tables for
bands and levels; then a node that adds up. `python benchmarks/zen_peer.py` prints the model.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from peer_table import TABLE, Bands, Breaches, Checklist, Indicator, Levels, Proportion, Steps

NAME = "huaihua-department"
Node = dict[str, object]
Inputs = dict[str, object]


def decision_model(rows: Sequence[Indicator] = TABLE) -> dict[str, object]:
    """Give the JDM: request → 16 indicators → total → response."""
    indicators = [_node(one) for one in rows]
    total = " + ".join(f"{one.id}.points" for one in rows)
    adding = _expressions("total", [("total", total)], pass_through=True)
    request: Node = {"id": "request", "type": "inputNode", "name": "request"}
    response: Node = {"id": "response", "type": "outputNode", "name": "response"}
    edges = [edge for one in rows for edge in ((request["id"], one.id), (one.id, "total"))]
    return {
        "contentType": "application/vnd.gorules.decision",
        "nodes": [request, *indicators, adding, response],
        "edges": [
            {"id": f"{source}-{target}", "type": "edge", "sourceId": source, "targetId": target}
            for source, target in (*edges, ("total", "response"))
        ],
    }


def compile_model(
    rows: Sequence[Indicator] = TABLE, *, trace: bool = True
) -> Callable[[Inputs], dict[str, object]]:
    """Give what evaluates one case, with its trace or without, by the fastest way that zen offers.

    That is a static loader, which compiles its decisions when it is made.
    """
    import zen

    engine = zen.ZenEngine({"loader": {"type": "static", "content": {NAME: decision_model(rows)}}})
    return lambda inputs: engine.evaluate(NAME, inputs, {"trace": trace})


def load_as_quickstart() -> Callable[[Inputs], dict[str, object]]:
    """Give what evaluates one case with its trace as zen's quickstart does: create_decision."""
    import zen

    decision = zen.ZenEngine().create_decision(json.dumps(decision_model()))
    return lambda inputs: decision.evaluate(inputs, {"trace": True})


def _node(one: Indicator) -> Node:
    match one:
        case Steps():
            return _steps(one)
        case Bands():
            return _bands(one)
        case Proportion():
            return _proportion(one)
        case Checklist():
            return _checklist(one)
        case Breaches():
            lost = f"min([{one.points}, {one.id} * {one.each}])"
            reason = f"`发现${{string({one.id})}}例，按条款“{one.clause}”，扣${{string({lost})}}分`"
            return _indicator(
                one.id,
                ("points", f"{one.points} - {lost}"),
                ("reason", f"{one.id} == 0 ? '没有发现扣分情形，得满分' : {reason}"),
            )
        case Levels():
            rows = [
                (f"'{name}'", str(points), f"'评定为“{name}”，按条款“{clause}”{_ending(one.points, points)}'")
                for name, points, clause in one.levels
            ]
            return _table(one.id, one.id, ("points", "reason"), rows)


def _steps(one: Steps) -> Node:
    beyond = f"$.{one.id}.value - {one.limit}"
    beyond = f"abs({beyond})" if one.under and one.over else f"-({beyond})" if one.under else beyond
    lost = f"min([{one.points}, max([0, {beyond}]) / {one.step} * {one.each}])"
    points = f"{one.points} - {lost}"
    losing = (
        f"`，${{$.{one.id}.value > {one.limit} ? '超过' : '低于'}}{one.limit * 100:g}%"
        f" ${{string(round(({beyond}) * 100, 2))}}个百分点，每步{one.step * 100:g}个百分点，"
        f"计${{string(round(({beyond}) / {one.step}, 2))}}步，按条款“{one.clause}”，"
        f"扣${{string(round({one.points} - $.{one.id}.points, 2))}}分`"
    )
    reason = f"{_start(one)} + ($.{one.id}.points < {one.points} ? {losing} : '，未超出得满分的界限')"
    if not one.exempt_if:
        return _indicator(one.id, ("value", one.calculation), ("points", points), ("reason", reason))
    return _indicator(
        one.id,
        ("value", f"{one.exempt_if} ? null : {one.calculation}"),
        ("points", f"{one.exempt_if} ? {one.points} : {points}"),
        ("reason", f"{one.exempt_if} ? '{one.exemption}' : {reason}"),
    )


def _bands(one: Bands) -> Node:
    start = f"`{one.name}＝{_filled(one.working)}＝${{string(round(({one.calculation}) * 100, 2))}}%`"
    rows = [
        (
            "" if bound is None else f"{one.sense} {bound}",
            one.calculation,
            str(points),
            f"{start} + '，{where}，按条款“{clause}”得{points}分{_ending(one.points, points)}'",
        )
        for bound, points, clause, where in one.bands
    ]
    return _table(one.id, one.calculation, ("value", "points", "reason"), rows)


def _proportion(one: Proportion) -> Node:
    got = f"$.{one.id}.points"
    losing = f"`，扣${{string(round({one.points} - {got}, 2))}}分`"
    counted = f"`，按条款“{one.clause}”计得${{string(round({got}, 4))}}分`"
    return _indicator(
        one.id,
        ("value", one.calculation),
        ("points", f"min([{one.points}, $.{one.id}.value * {one.points}])"),
        ("reason", f"{_start(one)} + {counted} + ({got} < {one.points} ? {losing} : '，得满分')"),
    )


def _checklist(one: Checklist) -> Node:
    missed = " + ".join(
        f"({number} in {one.id} ? '' : '第{number}项未达到，按条款“{entry}”不计这{one.each:g}分；')"
        for number, entry in enumerate(one.entries, start=1)
    )
    lost = f"({len(one.entries)} - len({one.id})) * {one.each}"
    return _indicator(
        one.id,
        ("points", f"{one.points} - {lost}"),
        (
            "reason",
            f"len({one.id}) == {len(one.entries)} ? '各项均达到，得满分' : {missed} + `扣${{string({lost})}}分`",
        ),
    )


def _start(one: Steps | Proportion) -> str:
    value = f"${{string(round($.{one.id}.value * 100, 2))}}%"
    return f"`{one.name}＝{_filled(one.working)}＝{value}`"


def _filled(working: str) -> str:
    """Give a working with `{name}` turned into the figure's text in a template."""
    return working.replace("{", "${string(").replace("}", ")}")


def _ending(full: float, points: float) -> str:
    return "，得满分" if points == full else f"，扣{full - points:g}分"


def _indicator(id_: str, *outputs: tuple[str, str]) -> Node:
    return _expressions(id_, [(f"{id_}.{key}", expression) for key, expression in outputs])


def _expressions(id_: str, outputs: list[tuple[str, str]], pass_through: bool = False) -> Node:
    entries = [
        {"id": f"{id_}-{place}", "key": key, "value": expression}
        for place, (key, expression) in enumerate(outputs)
    ]
    content = {"expressions": entries, "passThrough": pass_through}
    return {"id": id_, "type": "expressionNode", "name": id_, "content": content}


def _table(id_: str, field: str, outputs: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> Node:
    columns = [f"{id_}-{output}" for output in outputs]
    content = {
        "hitPolicy": "first",
        "inputs": [{"id": f"{id_}-in", "name": id_, "type": "expression", "field": field}],
        "outputs": [
            {"id": column, "name": output, "type": "expression", "field": f"{id_}.{output}"}
            for column, output in zip(columns, outputs, strict=True)
        ],
        "rules": [
            {"_id": f"{id_}-{place}", **dict(zip((f"{id_}-in", *columns), row, strict=True))}
            for place, row in enumerate(rows)
        ],
    }
    return {"id": id_, "type": "decisionTableNode", "name": id_, "content": content}


if __name__ == "__main__":
    print(json.dumps(decision_model(), ensure_ascii=False, indent=2))
