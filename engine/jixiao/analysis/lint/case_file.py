"""What lints of cases look at: a case's file as far as it can be read, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import cached_property
from pathlib import Path

from jixiao.analysis.lint.source import Source
from jixiao.audit.bench import Bench
from jixiao.audit.dispositions import refuse_unknown_codes
from jixiao.audit.inference import compile_pack, open_engine
from jixiao.dataclass import dataclass
from jixiao.files import Library, load_case, open_library
from jixiao.files.case.blanks import blanks
from jixiao.files.case.case import read_case
from jixiao.files.schema.document import read_tree
from jixiao.files.yaml.node import Mapping, Node, Scalar, mappings_of
from jixiao.model.case import Case, Disposition
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.lint import Spot
from jixiao.model.ruleset import Ruleset
from jixiao.scoring.evaluate import run_program


@dataclass(frozen=True, eq=False)
class CaseFile:
    """One case: its text, its tree and, where it can be scored, the case with its table."""

    source: Source
    root: Mapping
    case: Case | None = None
    ruleset: Ruleset | None = None
    bench: Bench | None = None

    @cached_property
    def unmatched(self) -> tuple[Disposition, ...]:
        """The decisions (处置) that are about no finding of the case, as `check` would tell them."""
        if self.case is None or self.ruleset is None or self.bench is None:
            return ()
        if not any(one.dispositions for one in (self.case.whole, *self.case.projects)):
            return ()
        program, _ = self.bench.prepare(self.ruleset)
        reviewed = self.bench.review(self.case, program, run_program(self.case, program))
        return tuple(one for review in reviewed.reviews for one in review.unmatched)

    def spot(self) -> Spot:
        """Give the place of the case as a whole."""
        return self.source.spot(self.root.place)

    def parts(self) -> Iterator[Mapping]:
        """Yield the case at large, then each of its projects."""
        yield self.root
        yield from self.root.mappings("项目")

    def statements(self) -> Iterator[tuple[Scalar, Mapping]]:
        """Yield every value of 数据 and 明细 with the key it stands under."""
        for part in self.parts():
            for key, node in part.within("数据"):
                yield from _values(key, node)
            for _, node in part.within("明细"):
                for parts in mappings_of(node):
                    for key, value in parts.entries:
                        yield from _values(key, value)


def _values(key: Scalar, node: Node) -> Iterator[tuple[Scalar, Mapping]]:
    return ((key, one) for one in mappings_of(node))


def read_cases(
    files: Iterable[Path], root: Path, source: Callable[[Path], Source], refused: list[Diagnostic]
) -> Iterator[CaseFile]:
    """Yield the cases that are YAML at all; what is wrong in any of them is added to `refused`."""
    rules: _Rules | None = None
    for file in files:
        rules = rules or _Rules.opened(root)
        text = source(file)
        try:
            tree = read_tree(file, "案例: 名称").root
        except Refused as problem:
            refused += problem.diagnostics
            continue
        case = ruleset = None
        try:
            case, ruleset = rules.read(file) if not blanks(tree) else (None, None)
        except Refused as problem:
            refused += problem.diagnostics
        yield CaseFile(text, tree, case, ruleset, rules.bench)


@dataclass(frozen=True, slots=True)
class _Rules:
    """A folder of rules as far as it is in order; what is wrong in it is told at its own place."""

    library: Library | None = None
    bench: Bench | None = None

    @classmethod
    def opened(cls, root: Path) -> _Rules:
        try:
            library = open_library(root)
        except Refused:
            return cls()
        try:
            pack = compile_pack(library.finding_rules())
            today = datetime.now().astimezone().date()
            return cls(library, Bench(library.checks(), pack.rules, open_engine(pack, plain=True), today))
        except Refused:
            return cls(library)

    def read(self, file: Path) -> tuple[Case | None, Ruleset | None]:
        """Read a case, with its names where there are items to hold them against; raises Refused."""
        if self.library is None:
            read_case(file)
            return None, None
        case, ruleset = load_case(file, self.library)
        if self.bench is not None:
            refuse_unknown_codes(case, self.bench.codes)
            self.bench.prepare(ruleset)
        return case, ruleset
