"""The names of what a page links to: of one case, the same whatever stands beside it."""

from __future__ import annotations

from hashlib import sha256

from jixiao.dataclass import dataclass
from jixiao.model.case import Case

LENGTH = 10
"""Signs that tell cases apart; 10,000 of them share one with a chance of one in 20,000."""


@dataclass(frozen=True, slots=True)
class Anchors:
    """Gives the ids of one case."""

    case: str

    def result(self, project: int, number: int) -> str:
        """Give the id of an indicator's full account."""
        return f"{self.case}-{project}-i{number}"

    def row(self, project: int, number: int) -> str:
        """Give the id of an indicator's row in the score table."""
        return f"{self.case}-{project}-r{number}"

    def finding(self, project: int, number: int) -> str:
        """Give the id of a finding, by its number."""
        return f"{self.case}-{project}-f{number}"

    def review(self, project: int) -> str:
        """Give the id of a project's conclusion."""
        return f"{self.case}-{project}"

    def stated(self, place: int) -> str:
        """Give the id of a statement in the list of figures."""
        return f"{self.case}-d{place}"

    def mark(self, document: int, number: int) -> str:
        """Give the id of a marked figure in a text."""
        return f"{self.case}-m{document}-{number}"


def anchors_of(case: Case) -> Anchors:
    """Give the ids of a case: two files have different ones, also where they hold the same."""
    name = f"{case.place.file}\0{case.id}\0{case.digest}"
    return Anchors(f"c{sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:LENGTH]}")
