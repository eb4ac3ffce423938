"""则 of a finding rule → what follows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.files import messages
from jixiao.files.rules.patterns import PatternReader
from jixiao.files.yaml.node import Mapping, Scalar
from jixiao.model.fact import FINDING, KINDS, NUMBER, TEXTS
from jixiao.model.finding_rule import Template, Then, Variable
from jixiao.model.messages import nearest

_MAY_LACK = {FINDING: (NUMBER, "指标", "归类", "来自")}
"""Properties that a conclusion need not have; 号 is computed."""

_HOLE = re.compile(r"\{([^{}]*)\}")
_BRACES = re.compile(r"[{}｛｝]")
_NAME = re.compile(r"\w{1,20}")


def read_then(node: Mapping, reader: PatternReader) -> Then:
    """Read what follows; what is wrong is noted."""
    kind = node.text("事实")
    keys = [key.text for key, _ in node.entries]
    for name in KINDS[kind]:
        if name not in (*keys, *_MAY_LACK.get(kind, ())):
            reader.collector.add(node.place, messages.MISSING_KEY, key=name)
    return Then(
        kind,
        tuple(
            (key.text, _template(key.text, value, reader))
            for key, value in node.entries
            if key.text != "事实" and isinstance(value, Scalar) and reader.knows(kind, key)
        ),
    )


def _template(name: str, scalar: Scalar, reader: PatternReader) -> Template:
    variable = reader.variable(scalar)
    if variable is not None:
        if name == "代码":
            reader.collector.add(scalar.place, messages.CODE_IS_FIXED)
        if _is_bound(variable, scalar, reader) and name == "级别" and name not in reader.bound[variable.name]:
            reader.collector.add(scalar.place, messages.NOT_FROM_LEVEL, name=f"${variable.name}")
        return Template((variable,))
    if name in TEXTS:
        return Template(tuple(_pieces(scalar, reader)))
    if _BRACES.search(scalar.text):
        reader.collector.add(scalar.place, messages.NO_TEMPLATE, name=name)
    return Template((reader.constant(name, scalar),))


def _pieces(scalar: Scalar, reader: PatternReader) -> Iterator[str | Variable]:
    """Cut a text at its {…}: every second piece is the name of a variable."""
    for number, piece in enumerate(_HOLE.split(reader.text(scalar))):
        if number % 2:
            if not _NAME.fullmatch(piece):
                reader.collector.add(scalar.place, messages.BAD_HOLE, found=f"{{{piece}}}")
            elif _is_bound(Variable(piece), scalar, reader):
                yield Variable(piece)
        elif piece:
            stray = _BRACES.search(piece)
            if stray:
                reader.collector.add(scalar.place, messages.STRAY_BRACE, found=stray[0])
            yield piece


def _is_bound(variable: Variable, scalar: Scalar, reader: PatternReader) -> bool:
    if variable.name in reader.bound:
        return True
    message = messages.FREE_IN_THEN if variable.name in reader.free else messages.UNBOUND
    near = nearest(variable.name, {name: f"${name}" for name in reader.bound})
    reader.collector.add(scalar.place, message, name=f"${variable.name}", near=near)
    return False
