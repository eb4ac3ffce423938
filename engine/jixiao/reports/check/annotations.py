"""What `check` finds, beside the line of the case file: for editors, and for code hosts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from jixiao.model.finding import Level
from jixiao.model.review import Checked, Review
from jixiao.reports.check.choice import ALL, Choice
from jixiao.reports.check.numbering import Numbered, numbered
from jixiao.reports.check.piece import Piece, Tally, piece_of
from jixiao.reports.check.where import spots
from jixiao.reports.page import sarif
from jixiao.reports.page.annotation import Annotation, Gravity, Kind, refusals
from jixiao.reports.page.github import github_line
from jixiao.reports.page.json_object import STEP, text_of

GRAVITY: Mapping[Level, Gravity] = MappingProxyType(
    {Level.HIGH: "error", Level.MEDIUM: "warning", Level.LOW: "note"}
)
MARGIN = STEP * 4
"""Where a result stands in the document."""


class GithubForm:
    """A line for each finding that a reviewer has still to look at; what is settled is none."""

    def __init__(self, choice: Choice = ALL) -> None:
        self._choice = choice

    def begin(self) -> str:
        """Give nothing: no findings, no lines."""
        return ""

    def piece(self, checked: Checked) -> Piece:
        """Give the lines of one case file."""
        told = (one for one in _annotations(checked, self._choice) if not one.waived)
        return piece_of(checked, "".join(map(github_line, told)))

    def between(self, piece: Piece, tally: Tally) -> str:
        """Give nothing: every line ends itself."""
        return ""

    def end(self, tally: Tally) -> str:
        """Give what was refused."""
        return "".join(map(github_line, refusals(list(tally.errors))))


class SarifForm:
    """The document piece by piece: results as they come, then what they are results of."""

    def __init__(self, kinds: Sequence[Kind] = (), choice: Choice = ALL) -> None:
        self._kinds, self._choice = kinds, choice
        self._places = sarif.places_of(kinds)

    def begin(self) -> str:
        """Open the document, its run and the results."""
        head = (f"{STEP}{text_of(name)}: {text_of(value)},\n" for name, value in sarif.HEAD.items())
        return f'{{\n{"".join(head)}{STEP}"runs": [\n{STEP * 2}{{\n{STEP * 3}"results": ['

    def piece(self, checked: Checked) -> Piece:
        """Give the results of one case file."""
        results = (sarif.result(one, self._places) for one in _annotations(checked, self._choice))
        return piece_of(checked, ",".join(f"\n{MARGIN}{text_of(result, MARGIN)}" for result in results))

    def between(self, piece: Piece, tally: Tally) -> str:
        """Part results by a comma."""
        return "," if piece.text and tally.told else ""

    def end(self, tally: Tally) -> str:
        """Close the results, and give what is about all of them."""
        files = [file for files in tally.files.values() for file in files]
        told = sarif.run_object(self._kinds, list(tally.errors), files)
        rest = ",\n".join(
            f"{STEP * 3}{text_of(name)}: {text_of(value, STEP * 3)}" for name, value in told.items()
        )
        close = f"\n{STEP * 3}" if tally.told else ""
        return f"{close}],\n{rest}\n{STEP * 2}}}\n{STEP}]\n}}\n"


def _annotations(checked: Checked, choice: Choice) -> Iterator[Annotation]:
    for review in checked.reviews:
        for one in numbered(review):
            if choice.keeps(one.finding):
                yield _annotation(one, review)


def _annotation(one: Numbered, review: Review) -> Annotation:
    """Tell a finding at the first line that its figures stand on, else at the case or the project."""
    finding, evaluation = one.finding, review.evaluation
    lines = [spot.place for spot in spots(finding, evaluation) if spot.place.line]
    places = [*lines, evaluation.project.place, evaluation.case.place]
    aside = finding.set_aside
    name = evaluation.project.name
    return Annotation(
        finding.code,
        finding.title,
        GRAVITY[finding.level],
        f"疑点 {one.number}{f'（{name}）' if name else ''}：{finding.title}。{finding.message}",
        next((place for place in places if place.file), evaluation.case.place),
        about=finding.indicator or "",
        waived="" if aside is None else f"{aside.by}：{aside.reason}（至 {aside.until}）",
        fingerprint=finding.fingerprint,
    )
