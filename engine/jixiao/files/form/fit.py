"""A form made of an older table: what the table of today does not have any more is left out, and told."""

from __future__ import annotations

from collections.abc import Collection

from jixiao.files.form import panels
from jixiao.files.form.line import Line, Lines
from jixiao.language.formula import plain_name
from jixiao.model.ruleset import WHOLE, Ruleset


def fitted(lines: Lines, ruleset: Ruleset) -> tuple[Lines, tuple[Line, ...]]:
    """Give the lines that a table can take, and those that speak of what it does not have."""
    own = {one.text("名称") for one in lines.get(panels.OWN.code, ())}
    indicators = {plain_name(name) for name in (*(one.name for one in ruleset.indicators), WHOLE, *own)}
    blocks = {plain_name(one.name) for one in ruleset.indicators if one.is_block}
    gone: list[Line] = []

    def kept(code: str, key: str, known: Collection[str]) -> list[Line]:
        group = lines.get(code, [])
        lost = [one for one in group if plain_name(one.text(key)) not in known]
        gone.extend(lost)
        return [one for one in group if one not in lost]

    fit = {
        **lines,
        panels.RATINGS.code: kept(panels.RATINGS.code, "指标", indicators),
        panels.CHOSEN.code: kept(panels.CHOSEN.code, "指标", indicators),
        panels.CLAIMS.code: kept(panels.CLAIMS.code, "指标", indicators),
        panels.OWN.code: kept(panels.OWN.code, "板块", blocks),
    }
    return fit, tuple(gone)


def named_by(line: Line) -> str:
    """Give the name that a line speaks of, for a message."""
    return line.text("指标") or line.text("板块")
