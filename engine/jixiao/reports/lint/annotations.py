"""What a lint run tells, beside its line: for editors, and for code hosts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from jixiao.model.lint import Flaw, LintLevel, LintRule, LintRun
from jixiao.reports.page import sarif
from jixiao.reports.page.annotation import Annotation, Gravity, Kind, refusals
from jixiao.reports.page.github import github_line
from jixiao.reports.page.json_object import written

GRAVITY: Mapping[LintLevel, Gravity] = MappingProxyType(
    {"error": "error", "warning": "warning", "info": "note"}
)


def render_sarif(run: LintRun) -> str:
    """Give the document; also where there is nothing but errors in it."""
    kinds = [_kind(rule) for rule in run.rules]
    places = sarif.places_of(kinds)
    results = [sarif.result(_annotation(flaw), places) for flaw in run.flaws]
    return written(sarif.log({**sarif.run_object(kinds, run.errors, run.files), "results": results}))


def render_github(run: LintRun) -> str:
    """Give a line for each thing to mend; what was waived is none."""
    told = [*refusals(run.errors), *(_annotation(flaw) for flaw in run.flaws if not flaw.waived)]
    return "".join(map(github_line, told))


def _kind(rule: LintRule) -> Kind:
    return Kind(rule.code, rule.title, f"详见 {rule.page}", GRAVITY[rule.level])


def _annotation(flaw: Flaw) -> Annotation:
    rule, spot = flaw.rule, flaw.spot
    return Annotation(
        rule.code,
        rule.title,
        GRAVITY[rule.level],
        flaw.message,
        spot.place,
        spot.length,
        spot.text,
        about=flaw.indicator,
        waived=flaw.waived,
    )
