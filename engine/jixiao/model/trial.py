"""What `test` gives: every expectation beside what came out."""

from __future__ import annotations

from jixiao.dataclass import dataclass
from jixiao.model.coded import Coded
from jixiao.model.coverage import Coverage
from jixiao.model.diagnostic import Diagnostic, Place
from jixiao.model.mutation import Mutation
from jixiao.model.ruleset import Text


@dataclass(frozen=True, slots=True)
class Revision:
    """Another text in the place of one that is written in a file."""

    written: Text
    new: str


class TrialKind(Coded):
    """Where it is said what must come out: in a case, or in a table."""

    EXPECTATION = "expectation", "预期"
    EXAMPLE = "example", "例"


@dataclass(frozen=True, slots=True)
class Trial:
    """One expectation (预期) or example (例) beside what came out.

    `revisions` would make it pass; `stuck` says why no rewriting of what is written can.
    """

    kind: TrialKind
    place: Place
    owner: str
    """The case by its title, or the table by code@version."""
    what: str
    expected: str
    got: str
    passed: bool
    indicator: str = ""
    case: str = ""
    """The code of the case; empty for an example of a table."""
    project: str = ""
    ledger: tuple[str, ...] = ()
    """What explains the difference: deductions, grounds, findings."""
    revisions: tuple[Revision, ...] = ()
    stuck: str = ""


@dataclass(frozen=True, slots=True)
class TrialRun:
    """Everything that one run of `test` found, in the order of the inputs."""

    trials: tuple[Trial, ...]
    cases: int = 0
    tables: int = 0
    silent: tuple[str, ...] = ()
    """Files of cases without any 预期."""
    errors: tuple[Diagnostic, ...] = ()
    files: tuple[str, ...] = ()
    """Every file of a case or table that was read."""
    coverage: Coverage | None = None
    """What of the rules all this reached, where that was asked for."""
    mutation: Mutation | None = None
    """What became of rules changed on purpose, where that was asked for."""

    @property
    def failed(self) -> tuple[Trial, ...]:
        """The expectations that do not hold."""
        return tuple(trial for trial in self.trials if not trial.passed)

    def of(self, kind: TrialKind) -> tuple[Trial, ...]:
        """Give the trials of one kind."""
        return tuple(trial for trial in self.trials if trial.kind is kind)
