"""A report in pieces: one for each case file, in words already, so that no run need be held whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Protocol

from jixiao.dataclass import dataclass, field
from jixiao.model.diagnostic import Diagnostic
from jixiao.model.finding import Level
from jixiao.model.review import Checked, Mean, Run
from jixiao.reports.check.grouping import by_case


@dataclass(frozen=True, slots=True)
class Piece:
    """What a report says of one case file, and what its end must know of it."""

    text: str = ""
    evaluated: bool = False
    mean: Mean | None = None
    errors: tuple[Diagnostic, ...] = ()
    warnings: tuple[Diagnostic, ...] = ()
    levels: tuple[Level, ...] = ()
    """The level of each finding that a reviewer has still to look at."""
    code: str = ""
    """The code of the case, and the file that it stands in."""
    file: str = ""
    scored: bool = True
    """Whether a table scored it; a report that none fits was only checked."""
    closing: tuple[str, ...] = ()
    """Lines that stand at the end of the report, where it has any."""
    content: object = None
    """What the case says, where it is laid out elsewhere (`content.form.Content`)."""


@dataclass(slots=True)
class Tally:
    """What the end of a report tells of all cases; it grows by a line or two with each."""

    cases: int = 0
    means: list[Mean] = field(default_factory=list)
    errors: dict[Diagnostic, None] = field(default_factory=dict)
    """Each once, in the order in which they were met."""
    warnings: list[Diagnostic] = field(default_factory=list)
    levels: Counter[Level] = field(default_factory=Counter)
    closing: list[str] = field(default_factory=list)
    files: dict[str, list[str]] = field(default_factory=dict)
    """The files of each code; one, where a case has a code of its own."""
    unscored: set[str] = field(default_factory=set)
    """The files that no table scored."""
    told: bool = False
    """Whether any piece had a text."""

    def add(self, piece: Piece) -> None:
        """Take in what the next file gave."""
        self.cases += piece.evaluated
        self.means += [piece.mean] if piece.mean else []
        self.errors.update(dict.fromkeys(piece.errors))
        self.warnings += piece.warnings
        self.levels.update(piece.levels)
        self.closing += piece.closing
        self.told = self.told or bool(piece.text)
        if piece.evaluated:
            self.files.setdefault(piece.code, []).append(piece.file)
        if not piece.scored:
            self.unscored.add(piece.file)

    @property
    def shared(self) -> list[tuple[str, list[str]]]:
        """The codes that several files use, with these files."""
        return [(code, files) for code, files in self.files.items() if len(files) > 1]


class Form(Protocol):
    """A format that is written piece by piece; a piece may be made in another process."""

    def begin(self) -> str:
        """Give what stands before all pieces."""

    def piece(self, checked: Checked) -> Piece:
        """Give the piece of one case file."""

    def between(self, piece: Piece, tally: Tally) -> str:
        """Give what stands before a piece, after those that are in the tally."""

    def end(self, tally: Tally) -> str:
        """Give what stands after all pieces."""


def assembled(form: Form, pieces: Iterable[Piece], tally: Tally) -> Iterator[str]:
    """Give a report, text by text; `tally` has all that was given so far.

    Nothing is given before the first piece is there, so that what goes wrong before leaves nothing.
    """
    begin = form.begin()
    for piece in pieces:
        text = begin + form.between(piece, tally) + piece.text
        tally.add(piece)
        yield text
        begin = ""
    yield begin + form.end(tally)


def piece_of(checked: Checked, text: str, closing: tuple[str, ...] = ()) -> Piece:
    """Give the piece of a case file whose text is this."""
    found = [finding for review in checked.reviews for finding in review.findings]
    cases = [review.evaluation.case for review in checked.reviews[:1]]
    return Piece(
        text=text,
        evaluated=bool(checked.reviews),
        mean=checked.mean,
        errors=checked.errors,
        warnings=checked.warnings,
        levels=tuple(finding.level for finding in found if finding.is_pending),
        code="".join(case.id for case in cases),
        file="".join(case.place.file for case in cases),
        scored=all(review.evaluation.ruleset.indicators for review in checked.reviews),
        closing=closing,
    )


def report_of(form: Form, run: Run) -> Iterator[str]:
    """Give the report on a run that is at hand whole."""
    tally = Tally(errors=dict.fromkeys(run.errors), warnings=list(run.warnings))
    return assembled(form, (form.piece(Checked(*each)) for each in by_case(run)), tally)


SAME_CODE = "{count} 个案例用了同一个代码“{code}”：{files}。结果和处置会混在一起，请各用各的代码"


def same_codes(tally: Tally) -> Iterator[str]:
    """Tell which code several files use."""
    for code, files in tally.shared:
        yield SAME_CODE.format(count=len(files), code=code, files="、".join(files))
