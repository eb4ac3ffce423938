"""Cases through all rooms: read, evaluated, reviewed; what is refused is kept apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli.progress import with_progress
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.review import Mean, Review, Run

if TYPE_CHECKING:
    from jixiao.files import Library
    from jixiao.scoring.program import Program


def find_inputs(paths: Iterable[Path]) -> tuple[list[Path], list[Diagnostic]]:
    """Give the case files that the paths name, each once, and what is wrong with paths."""
    from jixiao.files import find_cases

    found: dict[Path, None] = {}
    errors: list[Diagnostic] = []
    for path in paths:
        try:
            found.update(dict.fromkeys(find_cases([path])))
        except Refused as refused:
            errors += refused.diagnostics
    return list(found), errors


def check_cases(files: Sequence[Path], rules: Path | None) -> Run:
    """Review every case; one that is refused does not keep the others from it."""
    from jixiao.files import find_rules, open_library

    try:
        library = open_library(find_rules(rules))
    except Refused as refused:
        return Run((), (), refused.diagnostics)
    reviews: list[Review] = []
    means: list[Mean] = []
    errors: dict[Diagnostic, None] = {}
    programs: dict[str, Program] = {}
    for file in with_progress(files):
        try:
            reviewed, mean = _check(file, library, programs)
        except Refused as refused:
            errors.update(dict.fromkeys(refused.diagnostics))
            continue
        reviews += reviewed
        means += [mean] if mean else []
    return Run(tuple(reviews), tuple(means), tuple(errors))


def _check(
    file: Path, library: Library, programs: dict[str, Program]
) -> tuple[tuple[Review, ...], Mean | None]:
    """Review one case; `programs` keeps each table made ready, by its digest."""
    # Imported here, so that help and mistyped commands do not wait for the grammars.
    from jixiao.audit import find
    from jixiao.files import load_case
    from jixiao.scoring.evaluate import run_program
    from jixiao.scoring.program import compile_ruleset
    from jixiao.scoring.totals import mean_of

    case, ruleset = load_case(file, library)
    program = programs.get(ruleset.digest)
    if program is None:
        program = programs[ruleset.digest] = compile_ruleset(ruleset)
    evaluations = run_program(case, program)
    return find(evaluations), mean_of(evaluations)
