"""Cases through all rooms: read, evaluated, reviewed; what is refused is kept apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.desk.watch import Watch
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.review import Mean, Review, Run

if TYPE_CHECKING:
    from jixiao.audit.bench import Bench
    from jixiao.files import Library


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


def check_cases(
    files: Sequence[Path], rules: Path | None, today: date | None = None, *, watch: Watch = iter
) -> Run:
    """Review every case; one that is refused does not keep the others from it.

    `today` decides which 处置 still hold; by default the date of this machine.
    """
    from jixiao.files import find_rules, open_library

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
            bench = bench or _open_bench(library, today)
            reviewed = bench.check(file)
        except Refused as refused:
            errors.update(dict.fromkeys(refused.diagnostics))
            continue
        reviews += reviewed.reviews
        means += [reviewed.mean] if reviewed.mean else []
    return Run(tuple(reviews), tuple(means), tuple(errors))


def _open_bench(library: Library, today: date) -> Bench:
    # Imported here, so that help and mistyped commands do not wait for the grammars.
    from jixiao.audit.bench import Bench

    return Bench.open(library, today)
