"""Cases through all rooms: read, evaluated, reviewed; what is refused is kept apart."""

from __future__ import annotations

import contextlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from jixiao.audit.bench import Bench, Reviewed
from jixiao.audit.dispositions import refuse_unknown_codes
from jixiao.audit.inference import compile_pack, open_engine
from jixiao.audit.inference.kept import ready_pack
from jixiao.dataclass import dataclass, replace
from jixiao.desk import messages
from jixiao.desk.processors import can_fork, usable_processors
from jixiao.desk.rules import Rules, refuse_unanswered, rules_folder
from jixiao.desk.seldom import SELDOM
from jixiao.desk.watch import Watch
from jixiao.files import Library, find_cases, find_rules, load_case, open_library
from jixiao.files.existence import is_folder
from jixiao.files.folder.forms import forms_in, is_form
from jixiao.files.folder.reports import is_report, reports_in
from jixiao.kept.keeper import open_keeper
from jixiao.model.case import Case
from jixiao.model.diagnostic import BadQuestion, Diagnostic, Place, Refused
from jixiao.model.messages import filled
from jixiao.model.review import Checked, Mean, Review, Run
from jixiao.model.ruleset import Ruleset
from jixiao.scoring.evaluate import run_program

if TYPE_CHECKING:
    from jixiao.desk.form import FilledCase
    from jixiao.desk.reports import Reports
    from jixiao.desk.workers import Workers

T = TypeVar("T")

WARM = 8
"""Cases that are done before other processes are started: tables are then read, and code is loaded."""

MIN_SHARED = 24
"""Fewer further cases are done before other processes would be of use."""

FEW = 8
"""Fewer cases are reviewed by the plain evaluator before durable-rules would be loaded."""

FAILED = (
    "程序内部错误（{kind}），这个案例没有核算，其余照常。请把文件发给开发者；"
    "设置环境变量 JIXIAO_DEBUG=1 后重新运行可看到详情"
)
LOST = "进程中止"
"""The kind of an error that ended the process it happened in."""


def check(*paths: str | Path, table: str | None = None, rules: Rules = None) -> Run:
    """Evaluate and review the cases in files and folders, and the reports: these as drafts.

    `table` is the table for reports that do not say which fits them.

    A case that is refused does not keep the others from it: it stands in `errors`. Raises
    Refused where no case at all could be evaluated.
    """
    if not paths:
        raise BadQuestion(messages.NO_CASE)
    files, errors = find_inputs(map(Path, paths), reports=True)
    run = check_cases(files, rules_folder(rules), table=table) if files else Run(())
    run = replace(run, errors=(*errors, *run.errors))
    refuse_unanswered(run.errors, answered=bool(run.reviews))
    return run


def find_inputs(paths: Iterable[Path], *, reports: bool = False) -> tuple[list[Path], list[Diagnostic]]:
    """Give the case files that the paths name, each once, and what is wrong with paths.

    `reports`: of a folder also the forms in it, and where there is neither form nor case the reports.
    """
    found: dict[Path, None] = {}
    errors: list[Diagnostic] = []
    for path in paths:
        forms = forms_in(path) if reports and is_folder(path) else []
        try:
            found.update(dict.fromkeys((*find_cases([path]), *forms)))
        except Refused as refused:
            inside = forms or (reports_in(path) if reports and is_folder(path) else [])
            found.update(dict.fromkeys(inside))
            errors += () if inside else refused.diagnostics
    return list(found), errors


def check_cases(
    files: Sequence[Path],
    rules: Path | None,
    today: date | None = None,
    *,
    table: str | None = None,
    watch: Watch = iter,
) -> Run:
    """Review every case; one that is refused does not keep the others from it.

    `today` decides which 处置 still hold; by default the date of this machine.
    """
    reviews: list[Review] = []
    means: list[Mean] = []
    errors: dict[Diagnostic, None] = {}
    warnings: list[Diagnostic] = []
    for one in watched(check_each(files, rules, _itself, today, table=table), files, watch):
        reviews += one.reviews
        means += [one.mean] if one.mean else []
        errors.update(dict.fromkeys(one.errors))
        warnings += one.warnings
    return Run(tuple(reviews), tuple(means), tuple(errors), tuple(warnings))


def watched(results: Iterable[T], files: Sequence[Path], watch: Watch) -> Iterator[T]:
    """Give results of files as they come, and let whoever watches know."""
    steps = iter(watch(files))
    for result in results:
        next(steps, None)
        yield result
    deque(steps, maxlen=0)  # to its end, so that nothing stays on the screen


def check_each(  # noqa: PLR0913 what is checked, by what, and how
    files: Sequence[Path],
    rules: Path | None,
    make: Callable[[Checked], T],
    today: date | None = None,
    *,
    table: str | None = None,
    tells_checks: bool = True,
    shows_originals: bool = False,
    processes: int | None = 1,
    failed: Callable[[Exception], None] | None = None,
) -> Iterator[T]:
    """Give what `make` makes of each case file, in order, whatever the number of processes.

    `tells_checks`: whether reviews tell how every check came out.
    `shows_originals`: whether the reports that a case comes from are given too (`Checked.evidence`).
    `processes`: how many work on it, None for what the machine and the number of files suggest.
    `make` may run in any of them. `failed` is told of an error that is the program's own. Rules
    that are not in order give one thing, with what is wrong in them.
    """
    today = today or datetime.now().astimezone().date()
    try:
        library = open_library(find_rules(rules), open_keeper())
        bench = replace(open_bench(library, today, plain=len(files) < FEW), tells_checks=tells_checks)
        desk = _Desk(library, bench, make, failed, shows_originals)
        jobs, errors = _jobs(files, library, rules, table)
    except Refused as refused:
        yield make(Checked(errors=refused.diagnostics))
        return
    if errors:
        yield make(Checked(errors=errors))
    warm = 1 if processes else WARM
    first, shared = [desk.work(job) for job in jobs[:warm]], jobs[warm:]
    with SELDOM, contextlib.ExitStack() as stack:
        workers = _started(stack, desk, shared, _count(processes, len(shared)))
        yield from first
        yield from workers.results() if workers else map(desk.work, shared)


Job: TypeAlias = "Path | Reports | FilledCase"
"""What is worked on in one go: a case's file, one unit's reports, one case of a form."""


def _jobs(
    files: Sequence[Path], library: Library, rules: Path | None, table: str | None
) -> tuple[Sequence[Job], tuple[Diagnostic, ...]]:
    """Take the cases from forms, and put the reports of each unit together; both are read here, once."""
    forms = [path for path in files if is_form(path)]
    rest: list[Path] = [path for path in files if path not in set(forms)] if forms else [*files]
    jobs: Sequence[Job] = rest
    errors: tuple[Diagnostic, ...] = ()
    if any(map(is_report, rest)):
        from jixiao.desk.reports import with_reports

        jobs, errors = with_reports(rest, library, table)
    if not forms:
        return jobs, errors
    from jixiao.desk.form import taken_from

    taken = taken_from(forms, library, rules)
    return [*jobs, *taken.cases], (*taken.errors, *errors)


def _count(asked: int | None, files: int) -> int:
    if asked is None:
        asked = usable_processors() if files >= MIN_SHARED else 1
    return min(asked, files) if can_fork() else 1


def _started(
    stack: contextlib.ExitStack, desk: _Desk[T], shared: Sequence[Job], count: int
) -> Workers[Job, T] | None:
    """Start workers where there are to be several and the system has room for them."""
    if count < 2:
        return None
    from jixiao.desk.workers import Workers

    try:
        return stack.enter_context(Workers(shared, desk.work, desk.lost, count))
    except OSError:
        return None


@dataclass(slots=True)
class _Desk(Generic[T]):
    """All that is needed to check one file after the other."""

    library: Library
    bench: Bench
    make: Callable[[Checked], T]
    failed: Callable[[Exception], None] | None
    shows_originals: bool

    def work(self, file: Job) -> T:
        """Make something of one file, or of one unit's reports; whatever goes wrong in it stays in it."""
        try:
            return self.make(self._checked_job(file))
        except Refused as refused:
            return self.make(Checked(errors=refused.diagnostics))
        except Exception as problem:  # noqa: BLE001 a mistake of ours in one case must not cost the others
            if self.failed is not None:
                self.failed(problem)
            self.bench = replace(
                self.bench, engine=open_engine(compile_pack(self.bench.finding_rules)), ready={}
            )
            return self._refused(file, type(problem).__name__)

    def _checked_job(self, job: Job) -> Checked:
        if isinstance(job, Path):
            return self._checked(job)
        from jixiao.desk.form import FilledCase

        if isinstance(job, FilledCase):
            reviewed = review_case(job.case, job.ruleset, self.bench)
            checked = Checked(reviewed.reviews, reviewed.mean, warnings=job.warnings)
            return self._for_page(checked, job.file, job.text.encode())
        from jixiao.desk.reports import check_reports

        return check_reports(job, self.library, self.bench, shows_originals=self.shows_originals)

    def _checked(self, file: Path) -> Checked:
        reviewed = review_file(file, self.library, self.bench)
        warnings = reviewed.case.warnings
        if warnings:
            from jixiao.desk.read_names import fold_read_names

            warnings = fold_read_names(file, warnings)
        checked = Checked(reviewed.reviews, reviewed.mean, warnings=warnings)
        return self._for_page(checked, file)

    def _for_page(self, checked: Checked, file: Path, source: bytes | None = None) -> Checked:
        """Add what a page shows or carries besides: the reports beside the case, and the case itself."""
        if not self.shows_originals or not checked.reviews:
            return checked
        from jixiao.desk.originals import with_originals

        checked = replace(checked, source=file.read_bytes() if source is None else source)
        has_sources = checked.reviews[0].evaluation.case.sources
        return with_originals(checked, file, self.library) if has_sources else checked

    def lost(self, file: Job) -> T:
        """Say that the process ended over a file."""
        return self._refused(file, LOST)

    def _refused(self, file: Job, kind: str) -> T:
        return self.make(Checked(errors=(Diagnostic(Place(str(file)), filled(FAILED, kind=kind)),)))


def _itself(checked: Checked) -> Checked:
    return checked


def open_bench(library: Library, today: date, *, plain: bool = False) -> Bench:
    """Read checks and finding rules, once for all cases; raises Refused where they are not in order.

    `plain`: whether findings are inferred by the evaluator in Python, which needs no loading.
    """
    pack, keeper = ready_pack(library.finding_rules, library.findings_digest, library.keeper), library.keeper
    engine, digest = open_engine(pack, plain=plain), library.checks_digest()
    return Bench(library.checks(), pack.rules, engine, today, keeper=keeper, checks_digest=digest)


def review_file(file: Path, library: Library, bench: Bench) -> Reviewed:
    """Review the case in a file; raises Refused where the case or its table is not in order."""
    return review_case(*load_case(file, library), bench)


def review_case(case: Case, ruleset: Ruleset, bench: Bench) -> Reviewed:
    """Review a case by its table; raises Refused where either is not in order."""
    refuse_unknown_codes(case, bench.codes)
    program, _ = bench.prepare(ruleset)
    return bench.review(case, program, run_program(case, program))
