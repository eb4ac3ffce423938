"""CEL: one expression for each indicator, giving its value, points and reason as a map.

CEL has no local names, so `[value].map(v, …)[0]` binds them, and no rounding, so reasons round by
way of int(). `python benchmarks/cel_peer.py` prints the expressions.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from figures import CHECKLISTS, COUNTS, ITEMS, LEVELS
from peer_table import TABLE, Bands, Breaches, Checklist, Indicator, Levels, Proportion, Steps

Inputs = dict[str, object]


def expressions() -> dict[str, str]:
    """Give the expression of each indicator, by its id."""
    return {one.id: _expression(one) for one in TABLE}


def compile_programs() -> Callable[[Inputs], tuple[dict[str, dict[str, Any]], float]]:
    """Compile the expressions once; what comes back evaluates one case: indicators and total."""
    from cel_expr_python import cel

    kinds = {
        **dict.fromkeys(ITEMS, cel.Type.DOUBLE),
        **dict.fromkeys(CHECKLISTS, cel.Type.List(cel.Type.INT)),
        **dict.fromkeys(LEVELS, cel.Type.STRING),
        **dict.fromkeys(COUNTS, cel.Type.INT),
    }
    environment = cel.NewEnv(variables=kinds)
    programs = [(id_, environment.compile(expression)) for id_, expression in expressions().items()]

    def evaluate(inputs: Inputs) -> tuple[dict[str, dict[str, Any]], float]:
        activation = environment.Activation(inputs)
        indicators = {id_: program.eval(activation).plain_value() for id_, program in programs}
        return indicators, sum(one["points"] for one in indicators.values())

    return evaluate


def _expression(one: Indicator) -> str:
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
            count = f"double({one.id})"
            lost = _at_most(f"{count} * {one.each}", one.points)
            reason = f"'发现' + string({one.id}) + '例，按条款“{one.clause}”，扣' + {_number('l')} + '分'"
            return _bound(
                "l", lost, f"{{'points': {one.points:.1f} - l, "
                f"'reason': {one.id} == 0 ? '没有发现扣分情形，得满分' : {reason}}}",
            )  # fmt: skip
        case Levels():
            return _chain([(f"{one.id} == '{level[0]}'", _level(one, *level)) for level in one.levels])


def _level(one: Levels, name: str, points: float, clause: str) -> str:
    reason = f"'评定为“{name}”，按条款“{clause}”{_ending(one.points, points)}'"
    return f"{{'points': {points:.1f}, 'reason': {reason}}}"


def _steps(one: Steps) -> str:
    beyond = f"v - {one.limit}"
    beyond = (
        f"(v < {one.limit} ? {one.limit} - v : {beyond})"
        if one.under and one.over
        else f"{one.limit} - v" if one.under else beyond
    )  # fmt: skip
    lost = f"(b > 0.0 ? {_at_most(f'b / {one.step} * {one.each}', one.points)} : 0.0)"
    losing = (
        f"'，' + (v > {one.limit} ? '超过' : '低于') + '{one.limit * 100:g}% ' + {_number('b * 100.0')}"
        f" + '个百分点，每步{one.step * 100:g}个百分点，计' + {_number(f'b / {one.step}')}"
        f" + '步，按条款“{one.clause}”，扣' + {_number('l')} + '分'"
    )
    reason = f"{_start(one)} + (l > 0.0 ? {losing} : '，未超出得满分的界限')"
    result = f"{{'value': v, 'points': {one.points:.1f} - l, 'reason': {reason}}}"
    scored = _bound("v", one.calculation, _bound("b", beyond, _bound("l", lost, result)))
    if not one.exempt_if:
        return scored
    exempt = f"{{'points': {one.points:.1f}, 'reason': '{one.exemption}'}}"
    return f"{one.exempt_if.replace(' and ', ' && ')} ? {exempt} : {scored}"


def _bands(one: Bands) -> str:
    def band(points: float, clause: str, where: str) -> str:
        said = f"'，{where}，按条款“{clause}”得{points}分{_ending(one.points, points)}'"
        return f"{{'value': v, 'points': {points:.1f}, 'reason': {_start(one)} + {said}}}"

    rows = [
        ("" if bound is None else f"v {one.sense} {bound}", band(points, clause, where))
        for bound, points, clause, where in one.bands
    ]
    return _bound("v", one.calculation, _chain(rows))


def _proportion(one: Proportion) -> str:
    points = _at_most(f"v * {one.points:.1f}", one.points)
    losing = f"'，扣' + {_number(f'{one.points:.1f} - p')} + '分'"
    reason = (
        f"{_start(one)} + '，按条款“{one.clause}”计得' + {_number('p', 10_000)} + '分'"
        f" + (p < {one.points:.1f} ? {losing} : '，得满分')"
    )
    result = f"{{'value': v, 'points': p, 'reason': {reason}}}"
    return _bound("v", one.calculation, _bound("p", points, result))


def _checklist(one: Checklist) -> str:
    count = len(one.entries)
    missed = " + ".join(
        f"({number} in {one.id} ? '' : '第{number}项未达到，按条款“{entry}”不计这{one.each:g}分；')"
        for number, entry in enumerate(one.entries, start=1)
    )
    reason = f"size({one.id}) == {count} ? '各项均达到，得满分' : {missed} + '扣' + {_number('l')} + '分'"
    lost = f"double({count} - size({one.id})) * {one.each}"
    return _bound("l", lost, f"{{'points': {one.points:.1f} - l, 'reason': {reason}}}")


def _bound(name: str, expression: str, body: str) -> str:
    return f"[{expression}].map({name}, {body})[0]"


def _chain(rows: list[tuple[str, str]]) -> str:
    """Give nested conditions; the last row holds where no other does."""
    text = rows[-1][1]
    for condition, result in reversed(rows[:-1]):
        text = f"{condition} ? {result} : ({text})"
    return text


def _at_most(expression: str, most: float) -> str:
    return f"({expression} < {most:.1f} ? {expression} : {most:.1f})"


def _start(one: Steps | Bands | Proportion) -> str:
    return f"'{one.name}＝{_filled(one.working)}＝' + {_number('v * 100.0')} + '%'"


def _filled(working: str) -> str:
    """Give a working with `{name}` turned into the figure's text."""
    return working.replace("{", "' + string(").replace("}", ") + '")


def _number(expression: str, scale: int = 100) -> str:
    """Give the text of a number to two decimals (or as the scale says), half away from zero."""
    half = f"(({expression}) < 0.0 ? -0.5 : 0.5)"
    return f"string(double(int(({expression}) * {scale}.0 + {half})) / {scale}.0)"


def _ending(full: float, points: float) -> str:
    return "，得满分" if points == full else f"，扣{full - points:g}分"


if __name__ == "__main__":
    for id_, expression in expressions().items():
        print(f"{id_}:\n  {expression}\n")
