"""Cases through all rooms: read, evaluated, reviewed; what is refused is kept apart."""

from __future__ import annotations

import contextlib
import gc
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from jixiao.audit.bench import Bench, Reviewed
from jixiao.audit.dispositions import refuse_unknown_codes
from jixiao.audit.inference import compile_pack, open_engine
from jixiao.audit.inference.kept import ready_pack
from jixiao.dataclass import dataclass, replace
from jixiao.desk import messages
from jixiao.desk.processors import can_fork, usable_processors
from jixiao.desk.rules import Rules, refuse_unanswered, rules_folder
from jixiao.desk.watch import Watch
from jixiao.files import Library, find_cases, find_rules, load_case, open_library
from jixiao.kept.keeper import open_keeper
from jixiao.model.diagnostic import BadQuestion, Diagnostic, Place, Refused
from jixiao.model.messages import filled
from jixiao.model.review import Checked, Mean, Review, Run
from jixiao.scoring.evaluate import run_program

if TYPE_CHECKING:
    from jixiao.desk.workers import Workers

T = TypeVar("T")

WARM = 8
"""Cases that are done before other processes are started: tables are then read, and code is loaded."""

MIN_SHARED = 24
"""Fewer further cases are done before other processes would be of use."""

FEW = 8
"""Fewer cases are reviewed by the plain evaluator before durable-rules would be loaded."""

SELDOM = 50_000
"""Objects made before Python looks for circles of garbage: those of some cases. Usually 700."""

FAILED = (
    "程序内部错误（{kind}），这个案例没有核算，其余照常。请把文件发给开发者；"
    "设置环境变量 JIXIAO_DEBUG=1 后重新运行可看到详情"
)
LOST = "进程中止"
"""The kind of an error that ended the process it happened in."""


def check(*paths: str | Path, rules: Rules = None) -> Run:
    """Evaluate and review the cases in files and folders.

    A case that is refused does not keep the others from it: it stands in `errors`. Raises
    Refused where no case at all could be evaluated.
    """
    if not paths:
        raise BadQuestion(messages.NO_CASE)
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
    reviews: list[Review] = []
    means: list[Mean] = []
    errors: dict[Diagnostic, None] = {}
    for one in watched(check_each(files, rules, _itself, today), files, watch):
        reviews += one.reviews
        means += [one.mean] if one.mean else []
        errors.update(dict.fromkeys(one.errors))
    return Run(tuple(reviews), tuple(means), tuple(errors))


def watched(results: Iterable[T], files: Sequence[Path], watch: Watch) -> Iterator[T]:
    """Give results of files as they come, and let whoever watches know."""
    steps = iter(watch(files))
    for result in results:
        next(steps, None)
        yield result
    deque(steps, maxlen=0)  # to its end, so that nothing stays on the screen


def check_each(
    files: Sequence[Path],
    rules: Path | None,
    make: Callable[[Checked], T],
    today: date | None = None,
    *,
    tells_checks: bool = True,
    processes: int | None = 1,
    failed: Callable[[Exception], None] | None = None,
) -> Iterator[T]:
    """Give what `make` makes of each case file, in order, whatever the number of processes.

    `tells_checks`: whether reviews tell how every check came out.
    `processes`: how many work on it, None for what the machine and the number of files suggest.
    `make` may run in any of them. `failed` is told of an error that is the program's own. Rules
    that are not in order give one thing, with what is wrong in them.
    """
    today = today or datetime.now().astimezone().date()
    try:
        library = open_library(find_rules(rules), open_keeper())
        bench = replace(open_bench(library, today, plain=len(files) < FEW), tells_checks=tells_checks)
        desk = _Desk(library, bench, make, failed)
    except Refused as refused:
        yield make(Checked(errors=refused.diagnostics))
        return
    warm = 1 if processes else WARM
    first, shared = [desk.work(file) for file in files[:warm]], files[warm:]
    with _SELDOM, contextlib.ExitStack() as stack:
        workers = _started(stack, desk, shared, _count(processes, len(shared)))
        yield from first
        yield from workers.results() if workers else map(desk.work, shared)


class _Seldom:
    """Looks for circles of garbage seldom, and never among what is there for good: a case leaves few.

    Whoever comes last puts it back as it was: threads may check at once, and their program may have said otherwise.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._inside = 0
        self._before = (0, 0, 0)
        self._froze = False

    def __enter__(self) -> None:
        with self._lock:
            self._inside += 1
            if self._inside == 1:
                self._before, self._froze = gc.get_threshold(), not gc.get_freeze_count()
                if self._froze:
                    gc.freeze()
                gc.set_threshold(SELDOM, *self._before[1:])

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._inside -= 1
            if not self._inside:
                gc.set_threshold(*self._before)
                if self._froze:
                    gc.unfreeze()


_SELDOM = _Seldom()


def _count(asked: int | None, files: int) -> int:
    if asked is None:
        asked = usable_processors() if files >= MIN_SHARED else 1
    return min(asked, files) if can_fork() else 1


def _started(
    stack: contextlib.ExitStack, desk: _Desk[T], shared: Sequence[Path], count: int
) -> Workers[Path, T] | None:
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

    def work(self, file: Path) -> T:
        """Make something of one file; whatever goes wrong in it stays in it."""
        try:
            reviewed = review_file(file, self.library, self.bench)
            return self.make(Checked(reviewed.reviews, reviewed.mean, remarks=reviewed.case.remarks))
        except Refused as refused:
            return self.make(Checked(errors=refused.diagnostics))
        except Exception as problem:  # noqa: BLE001 a mistake of ours in one case must not cost the others
            if self.failed is not None:
                self.failed(problem)
            self.bench = replace(
                self.bench, engine=open_engine(compile_pack(self.bench.finding_rules)), ready={}
            )
            return self._refused(file, type(problem).__name__)

    def lost(self, file: Path) -> T:
        """Say that the process ended over a file."""
        return self._refused(file, LOST)

    def _refused(self, file: Path, kind: str) -> T:
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
    case, ruleset = load_case(file, library)
    refuse_unknown_codes(case, bench.codes)
    program, _ = bench.prepare(ruleset)
    return bench.review(case, program, run_program(case, program))
