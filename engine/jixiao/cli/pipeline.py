"""Cases through all rooms: read, evaluated, reviewed; what is refused is kept apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.cli.progress import with_progress
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.review import Mean, Review, Run

if TYPE_CHECKING:
    from jixiao.audit import Auditor
    from jixiao.audit.inference import Engine
    from jixiao.files import Library
    from jixiao.model.check import Check
    from jixiao.model.ruleset import Ruleset
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


def check_cases(files: Sequence[Path], rules: Path | None, today: date | None = None) -> Run:
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
    bench: _Bench | None = None
    for file in with_progress(files):
        try:
            bench = bench or _Bench.open(library, today)
            reviewed, mean = bench.check(file)
        except Refused as refused:
            errors.update(dict.fromkeys(refused.diagnostics))
            continue
        reviews += reviewed
        means += [mean] if mean else []
    return Run(tuple(reviews), tuple(means), tuple(errors))


@dataclass(slots=True)
class _Bench:
    """What is made ready once for all cases of a run; `ready` holds each table's, by its digest."""

    library: Library
    checks: tuple[Check, ...]
    engine: Engine
    codes: frozenset[str]
    """The codes that findings may have."""
    today: date
    ready: dict[str, tuple[Program, Auditor]] = field(default_factory=dict)

    @classmethod
    def open(cls, library: Library, today: date) -> _Bench:
        """Read checks and finding rules; raises Refused where they are not in order."""
        from jixiao.audit.dispositions import codes_of
        from jixiao.audit.inference import compile_pack, open_engine

        rules = library.finding_rules()
        return cls(library, library.checks(), open_engine(compile_pack(rules)), codes_of(rules), today)

    def check(self, file: Path) -> tuple[tuple[Review, ...], Mean | None]:
        """Review one case; raises Refused where the case or its table is not in order."""
        from jixiao.audit.dispositions import refuse_unknown_codes
        from jixiao.files import load_case
        from jixiao.scoring.evaluate import run_program
        from jixiao.scoring.totals import mean_of

        case, ruleset = load_case(file, self.library)
        refuse_unknown_codes(case, self.codes)
        program, auditor = self._ready(ruleset)
        evaluations = run_program(case, program)
        mean = mean_of(evaluations)
        return auditor.review(evaluations, mean, self.today), mean

    def _ready(self, ruleset: Ruleset) -> tuple[Program, Auditor]:
        # Imported here, so that help and mistyped commands do not wait for the grammars.
        from jixiao.audit import open_auditor
        from jixiao.scoring.program import compile_ruleset

        if ruleset.digest not in self.ready:
            program = compile_ruleset(ruleset)
            self.ready[ruleset.digest] = program, open_auditor(program, self.checks, self.engine)
        return self.ready[ruleset.digest]
