"""Every lint over files of rules: what is wrong in them, and where exactly."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from jixiao.analysis.lint.found import Found, Lint
from jixiao.analysis.lint.inputs import find_asked
from jixiao.analysis.lint.open_rulebook import Watch, open_rulebook
from jixiao.analysis.lint.rulebook import Row, Rulebook, Table
from jixiao.analysis.lint.rules import LINTS, waiver_unused
from jixiao.analysis.lint.rules.waiver_unused import reason_for
from jixiao.model.diagnostic import Diagnostic, Place
from jixiao.model.lint import LINT_LEVEL_NAMES, Flaw, LintRule, LintRun
from jixiao.model.mishap import mishap_text

RULES: tuple[LintRule, ...] = tuple(lint.rule for lint in LINTS)
"""What every lint looks for."""

_LEVELS = list(LINT_LEVEL_NAMES)
_Pair = tuple[Lint, Found]


def lint_paths(paths: Sequence[Path], rules: Path | None = None, watch: Watch = iter) -> LintRun:
    """Lint files and folders, or the folder of rules where none is named.

    Raises nothing: what is wrong in a file is a flaw, what is wrong with a path an error.
    """
    asked, errors = find_asked(paths, rules)
    files: list[str] = []
    flaws: list[Flaw] = []
    for one in asked:
        files += map(str, one.files)
        rulebook = open_rulebook(one, watch)
        found = find_all(rulebook)
        flaws += flaws_of(rulebook, found)
        errors = [*errors, *_mishaps(found)]
    return LintRun(RULES, tuple(files), tuple(flaws), tuple(errors))


def lint_rulebook(rulebook: Rulebook) -> list[Flaw]:
    """Give everything that any lint finds in a rulebook, in the order of its files."""
    return flaws_of(rulebook, find_all(rulebook))


def find_all(rulebook: Rulebook) -> list[_Pair]:
    """Give what every lint finds, and where one of them failed."""
    return [(lint, one) for lint in LINTS for one in _looked(lint, rulebook)]


def _looked(lint: Lint, rulebook: Rulebook) -> Iterator[Found]:
    try:
        yield from lint.find(rulebook)
    except Exception as problem:  # noqa: BLE001 a mistake of ours in one lint must not cost the others
        spot = rulebook.sheet.source.spot(rulebook.sheet.root.place)
        yield Found(spot, mishap_text(problem, f"检查“{lint.rule.title}”"), mishap=True)


def _mishaps(found: Iterable[_Pair]) -> list[Diagnostic]:
    """Give what is to be told of our own mistakes, one at each place: several lints may meet the same there."""
    told: dict[Place, str] = {}
    for _, one in found:
        if one.mishap:
            told.setdefault(one.spot.place, one.message)
    return [Diagnostic(place, message) for place, message in told.items()]


def flaws_of(rulebook: Rulebook, every: Sequence[_Pair]) -> list[Flaw]:
    """Give what is found as flaws, in the order of the files."""
    found = _without_fallbacks([(lint, one) for lint, one in every if not one.mishap])
    flaws = dict.fromkeys((*_judged(found), *_idle_waivers(rulebook, found)))
    order = {file: place for place, file in enumerate(rulebook.sources)}

    def position(flaw: Flaw) -> tuple[int, int, int, int]:
        place = flaw.spot.place
        file = order.get(place.file, len(order))
        return file, place.line, place.column, _LEVELS.index(flaw.rule.level)

    return sorted(flaws, key=position)


def _without_fallbacks(found: list[_Pair]) -> list[_Pair]:
    """Leave out what another lint says better, at the same indicator or place."""
    grave = [one for lint, one in found if lint.rule.level == "error" and not lint.fallback]
    places, rows = {one.spot.place for one in grave}, {id(one.row) for one in grave if one.row}
    return [
        (lint, one)
        for lint, one in found
        if not lint.fallback or (one.spot.place not in places and id(one.row) not in rows)
    ]


def _judged(found: Iterable[_Pair]) -> Iterator[Flaw]:
    for lint, one in found:
        is_error = lint.rule.level == "error"
        yield _flaw(lint.rule, one, "" if is_error else reason_for(lint.rule.code, one.row or one.table))


def _flaw(rule: LintRule, found: Found, waived: str = "") -> Flaw:
    return Flaw(
        rule,
        found.spot,
        found.message,
        found.table.ruleset.reference if found.table else "",
        found.row.indicator.name if found.row else "",
        waived,
    )


def _idle_waivers(rulebook: Rulebook, found: Sequence[_Pair]) -> Iterator[Flaw]:
    """Yield the waivers that waive nothing."""
    levels = {rule.code: rule.level for rule in RULES}
    used: defaultdict[int, set[str]] = defaultdict(set)
    for lint, one in found:
        if lint.rule.level != "error":
            used[id(one.row or one.table)].add(lint.rule.code)
    owners: Iterable[Row | Table] = chain(rulebook.rows(), rulebook.tables)
    for owner in owners:
        for one in waiver_unused.leftovers(owner, used[id(owner)], levels):
            yield _flaw(waiver_unused.LINT.rule, one)
