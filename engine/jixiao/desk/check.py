"""Cases through all rooms: read, evaluated, reviewed; what is refused is kept apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path

from jixiao.audit.bench import Bench, Reviewed
from jixiao.audit.dispositions import refuse_unknown_codes
from jixiao.audit.inference import compile_pack, open_engine
from jixiao.dataclass import replace
from jixiao.desk.rules import Rules, refuse_unanswered, rules_folder
from jixiao.desk.watch import Watch
from jixiao.files import Library, find_cases, find_rules, load_case, open_library
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.review import Mean, Review, Run
from jixiao.scoring.evaluate import run_program


def check(*paths: str | Path, rules: Rules = None) -> Run:
    """Evaluate and review the cases in files and folders.

    A case that is refused does not keep the others from it: it stands in `errors`. Raises
    Refused where no case at all could be evaluated.
    """
    files, errors = find_inputs(map(Path, paths))
    run = check_cases(files, rules_folder(rules)) if files else Run(())
    run = replace(run, errors=(*errors, *run.errors))
    refuse_unanswered(run.errors, answered=bool(run.reviews))
    return run


def find_inputs(paths: Iterable[Path]) -> tuple[list[Path], list[Diagnostic]]:
    """Give the case files that the paths name, each once, and what is wrong with paths."""
    found: dict[Path, None] = {}
    errors: list[Diagnostic] = []
    for path in paths:
        try:
            found.update(dict.fromkeys(find_cases([path])))
        except Refused as refused:
            errors += refused.diagnostics
    return list(found), errors


def check_cases(
    files: Sequence[Path], rules: Path | None, today: date | None = None, *, watch: Watch = iter
) -> Run:
    """Review every case; one that is refused does not keep the others from it.

    `today` decides which 处置 still hold; by default the date of this machine.
    """
    try:
        library = open_library(find_rules(rules))
    except Refused as refused:
        return Run((), (), refused.diagnostics)
    reviews: list[Review] = []
    means: list[Mean] = []
    errors: dict[Diagnostic, None] = {}
    today = today or datetime.now().astimezone().date()
    bench: Bench | None = None
    for file in watch(files):
        try:
            bench = bench or open_bench(library, today)
            reviewed = review_file(file, library, bench)
        except Refused as refused:
            errors.update(dict.fromkeys(refused.diagnostics))
            continue
        reviews += reviewed.reviews
        means += [reviewed.mean] if reviewed.mean else []
    return Run(tuple(reviews), tuple(means), tuple(errors))


def open_bench(library: Library, today: date) -> Bench:
    """Read checks and finding rules, once for all cases; raises Refused where they are not in order."""
    rules = library.finding_rules()
    return Bench(library.checks(), rules, open_engine(compile_pack(rules)), today)


def review_file(file: Path, library: Library, bench: Bench) -> Reviewed:
    """Review the case in a file; raises Refused where the case or its table is not in order."""
    case, ruleset = load_case(file, library)
    refuse_unknown_codes(case, bench.codes)
    program, _ = bench.prepare(ruleset)
    return bench.review(case, program, run_program(case, program))
