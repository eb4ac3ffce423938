"""Every expectation of some cases, and every example of their tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from jixiao.analysis.trials.compare import Found, compare
from jixiao.analysis.trials.examples import try_example
from jixiao.audit.bench import Bench, Reviewed
from jixiao.dataclass import dataclass, replace
from jixiao.desk.check import FAILED, find_inputs, open_bench, review_file
from jixiao.desk.rules import Rules, refuse_unanswered, rules_folder
from jixiao.desk.watch import Watch
from jixiao.files import Library, find_rules, open_library
from jixiao.files.existence import is_folder
from jixiao.model.case import Project
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled
from jixiao.model.mishap import explain_failure, mishap_text, sentence_called
from jixiao.model.review import Review
from jixiao.model.trial import Trial, TrialKind, TrialRun
from jixiao.scoring.program.program import Program

if TYPE_CHECKING:
    from jixiao.analysis.mutation.run import Watch as WatchRules

CASES = Path("cases")
"""The cases of a folder where none are named."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What came out, and what was read on the way: what coverage and mutation look at next."""

    run: TrialRun
    library: Library | None = None
    bench: Bench | None = None
    reviewed: tuple[Reviewed, ...] = ()
    programs: tuple[Program, ...] = ()

    def refusing(self, errors: Iterable[Diagnostic], *, first: bool = False) -> Tried:
        """Give the same with more errors, each once."""
        both = (*errors, *self.run.errors) if first else (*self.run.errors, *errors)
        return replace(self, run=replace(self.run, errors=tuple(dict.fromkeys(both))))


def test(*paths: str | Path, rules: Rules = None, coverage: bool = False) -> TrialRun:
    """Try the expectations of cases, and the examples of the tables they use.

    Without paths it is the cases of ./cases and every table of the rules. With `coverage` the
    answer says what of the rules all this reached. Raises Refused where nothing could be tried.
    """
    tried = try_named([Path(path) for path in paths], rules_folder(rules), keeps=coverage)
    refuse_unanswered(tried.run.errors, answered=bool(tried.run.cases or tried.run.tables))
    return with_coverage(tried).run if coverage else tried.run


def try_named(paths: Sequence[Path], rules: Path | None, watch: Watch = iter, *, keeps: bool = True) -> Tried:
    """Try what is named; without names the cases of this folder and every table of the rules.

    `keeps`: whether reviewed cases are kept, which coverage and mutation look at next.
    """
    named = bool(paths)
    if not named and is_folder(CASES):
        paths = [CASES]
    files, errors = find_inputs(paths)
    tried = try_all(files, rules, every_table=not named, watch=watch, keeps=keeps)
    return tried.refusing(errors, first=True)


def with_coverage(tried: Tried) -> Tried:
    """Add what of the rules was reached, where anything could be tried."""
    from jixiao.analysis.coverage.measure import measure

    if tried.bench is None:
        return tried
    coverage = measure(tried.bench, tried.programs, tried.reviewed)
    return replace(tried, run=replace(tried.run, coverage=coverage))


def with_mutation(tried: Tried, reference: str, watch: WatchRules = iter) -> Tried:
    """Change the rules of the table that is named, or of every table, and note what notices it."""
    from jixiao.analysis.mutation.run import mutate

    if tried.bench is None or tried.library is None:
        return tried
    programs = tried.programs
    if reference:
        try:
            programs = (tried.bench.prepare(tried.library.ruleset(reference))[0],)
        except Refused as refused:
            return tried.refusing(refused.diagnostics)
    mutation = mutate(tried.bench, programs, tried.reviewed, watch)
    return replace(tried, run=replace(tried.run, mutation=mutation))


def try_all(
    files: Sequence[Path],
    rules: Path | None,
    *,
    every_table: bool,
    watch: Watch = iter,
    today: date | None = None,
    keeps: bool = True,
) -> Tried:
    """Try the cases in files, and the tables they use, or every table of the folder.

    Raises nothing: what is refused does not keep the rest from being tried. Of a case that need
    not be kept, only what came of its expectations is: memory does not grow with large cases.
    """
    try:
        library = open_library(find_rules(rules))
        bench = open_bench(library, today or datetime.now().astimezone().date())
    except Refused as refused:
        return Tried(TrialRun((), errors=refused.diagnostics))
    errors: dict[Diagnostic, None] = {}
    reviewed: list[Reviewed] = []
    trials: list[Trial] = []
    silent: list[str] = []
    used: dict[str, Program] = {}
    cases = 0
    for one in _every_case(watch(files), library, bench, errors):
        cases += 1
        trials += try_case(one, bench.codes)
        silent += [] if _expects(one) else [one.case.place.file]
        used[one.program.ruleset.digest] = one.program
        reviewed += [one] if keeps else []
    if every_table:
        used.update((one.ruleset.digest, one) for one in _every_program(library, bench, errors))
    programs = tuple(used.values())
    read = (*map(str, files), *(program.ruleset.place.file for program in programs))
    trials += (trial for program in programs for trial in _tried_examples(program, errors))
    run = TrialRun(
        trials=tuple(trials),
        cases=cases,
        tables=len(programs),
        silent=tuple(silent),
        errors=tuple(errors),
        files=read,
    )
    return Tried(run, library, bench, tuple(reviewed), programs)


def _every_case(
    files: Iterable[Path], library: Library, bench: Bench, errors: dict[Diagnostic, None]
) -> Iterator[Reviewed]:
    """Yield every case, reviewed; notes what is refused."""
    for file in files:
        try:
            yield review_file(file, library, bench)
        except Refused as refused:
            errors.update(dict.fromkeys(refused.diagnostics))
        except Exception as problem:  # noqa: BLE001 a mistake of ours in one case must not cost the others
            explain_failure(problem)
            errors[Diagnostic(Place(str(file)), filled(FAILED, kind=type(problem).__name__))] = None


def _every_program(library: Library, bench: Bench, errors: dict[Diagnostic, None]) -> Iterator[Program]:
    """Yield every table of the folder, made ready; notes what is refused."""
    errors.update(dict.fromkeys(library.unreadable))
    for entry in library.tables:
        try:
            yield bench.prepare(library.at(entry.path))[0]
        except Refused as refused:
            errors.update(dict.fromkeys(refused.diagnostics))


def _tried_examples(program: Program, errors: dict[Diagnostic, None]) -> Iterator[Trial]:
    """Yield how every example came out; a mistake of ours over one costs no other."""
    for rule in program.rules:
        for example in rule.indicator.examples:
            try:
                yield try_example(example, rule, program.ruleset)
            except Exception as problem:  # noqa: BLE001
                text = mishap_text(problem, sentence_called(rule.indicator.standard.text))
                errors[Diagnostic(example.low.place, text)] = None


def try_case(one: Reviewed, codes: frozenset[str] = frozenset()) -> Iterator[Trial]:
    """Yield how every expectation of a case came out, in the order of the file."""
    parts: list[tuple[Project, Review | None]] = []
    if one.case.projects:
        parts.append((one.case.whole, None))
    parts += [(review.evaluation.project, review) for review in one.reviews]
    for project, review in parts:
        found = Found(review, one.mean, codes)
        for expectation in project.expected:
            verdict = compare(expectation, found)
            yield Trial(
                kind=TrialKind.EXPECTATION,
                place=verdict.place,
                owner=one.case.title,
                what=verdict.what,
                expected=verdict.expected,
                got=verdict.got,
                passed=verdict.passed,
                indicator=verdict.indicator,
                case=one.case.id,
                project=project.name or "",
                ledger=verdict.ledger,
                revisions=verdict.revisions,
                stuck=verdict.stuck,
            )


def _expects(one: Reviewed) -> bool:
    return any(project.expected for project in (one.case.whole, *one.case.projects))
