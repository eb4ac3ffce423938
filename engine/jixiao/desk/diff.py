"""Two versions of tables, compared: what changes in meaning, and which cases it moves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from jixiao.analysis.differences.drawn import drawn_of
from jixiao.analysis.differences.impact import impact_of
from jixiao.analysis.differences.pairing import pair_indicators
from jixiao.analysis.differences.table import compare_tables
from jixiao.dataclass import replace
from jixiao.desk.rules import Rules, refuse_unanswered, rules_folder
from jixiao.desk.watch import Watch
from jixiao.files import find_cases, find_rules
from jixiao.files.folder.library import load_case_of
from jixiao.files.folder.versions import open_version, pair_tables
from jixiao.model.case import Case
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.difference import Comparison, TableChange
from jixiao.model.ruleset import Ruleset
from jixiao.scoring.program.program import compile_ruleset


def diff(
    old: str | Path,
    new: str | Path,
    cases: str | Path | Iterable[str | Path] | None = None,
    rules: Rules = None,
) -> Comparison:
    """Compare two versions: a table's code, code@version, file or folder, or a revision of git.

    `cases` are folders or files of cases to score under both. Raises Refused where a version
    can't be read, its tables can't run, or not one of the cases can be read; cases that are
    refused beside others stand in `errors`.
    """
    folders = [cases] if isinstance(cases, str | Path) else cases or ()
    found = compare_versions(str(old), str(new), [Path(folder) for folder in folders], rules_folder(rules))
    impacts = [change.impact for change in found.tables if change.impact is not None]
    refuse_unanswered(found.errors, answered=any(one.cases or one.passed_over for one in impacts))
    return found


def compare_versions(
    old: str,
    new: str,
    folders: Sequence[Path],
    rules: Path | None,
    watch: Watch = iter,
    *,
    draws: bool = False,
) -> Comparison:
    """Compare the tables of two versions, and what the cases in folders score under each.

    `draws`: whether the curves of what changed are wanted too.
    A version is a table's code, a file, a folder or a revision of git. Raises Refused where one
    cannot be read or its tables cannot run; cases that are refused are told of in the answer.
    """
    root = find_rules(rules)
    with open_version(old, root) as before, open_version(new, root) as after:
        pairs, notes = pair_tables(before, after)
        errors: dict[Diagnostic, None] = {}
        changes = [_change(earlier, later, folders, errors, watch) for earlier, later in pairs]
    if draws:
        changes = [replace(change, drawn=drawn_of(change.difference)) for change in changes]
    return Comparison(tuple(changes), tuple(notes), tuple(errors))


def _change(
    old: Ruleset, new: Ruleset, folders: Sequence[Path], errors: dict[Diagnostic, None], watch: Watch
) -> TableChange:
    before, after = compile_ruleset(old), compile_ruleset(new)
    difference = compare_tables(before, after)
    if not folders:
        return TableChange(difference)
    pairs = pair_indicators(old.indicators, new.indicators)
    renamed = {
        earlier.name: later.name for earlier, later in pairs if earlier is not None and later is not None
    }
    cases, passed_over = _cases(watch(find_cases(folders)), old, errors)
    return TableChange(difference, impact_of(cases, before, after, renamed, passed_over))


def _cases(files: Iterable[Path], old: Ruleset, errors: dict[Diagnostic, None]) -> tuple[list[Case], int]:
    """Read the cases that the old table applies to; count the others."""
    cases: list[Case] = []
    passed_over = 0
    for path in files:
        try:
            case = load_case_of(path, old)
        except Refused as refused:
            errors.update(dict.fromkeys(refused.diagnostics))
            continue
        if case is None:
            passed_over += 1
        else:
            cases.append(case)
    return cases, passed_over
