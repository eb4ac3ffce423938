"""A draft that a case file can be: what the reader of cases finds fault with is marked 存疑, and else left out."""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import TypeVar

from jixiao.dataclass import replace
from jixiao.documents.draft.text import draft_lines
from jixiao.files import messages as files
from jixiao.files.case.case import case_of_text
from jixiao.files.yaml.tree import MAX_NODES
from jixiao.model.case import Case
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.draft import Draft, DraftBreakdown, DraftClaim, DraftEntry, DraftFigure, DraftProject
from jixiao.model.messages import filled
from jixiao.model.ruleset import Ruleset

ROUNDS = 8
"""Most times that a draft is mended; each marks up to fifty faults."""
FAULT = "写成案例时有问题：{message}"

TOO_MANY = "读到 {count} 个数，一个案例写不下这么多，没有核算；请只留下要读的部分，或者把报告拆分"
_TOO_MANY = filled(files.TOO_MANY_NODES, limit=MAX_NODES)

Part = TypeVar("Part", Draft, DraftProject)
Mend = Callable[[DraftFigure], DraftFigure | None]


def loaded(draft: Draft, file: str, ruleset: Ruleset) -> tuple[Draft, Case | None, tuple[Diagnostic, ...]]:
    """Give a draft that is a case of a table, and the case; or why there is none."""
    marked: set[DraftFigure] = set()
    problems: tuple[Diagnostic, ...] = ()
    for _ in range(ROUNDS):
        lines = list(draft_lines(draft))
        try:
            return draft, case_of_text("".join(f"{line.text}\n" for line in lines), file, ruleset), ()
        except Refused as refused:
            problems = refused.diagnostics
        if any(one.message == _TOO_MANY for one in problems):
            return draft, None, (Diagnostic(Place(file), filled(TOO_MANY, count=_count(draft))),)
        faults: dict[DraftFigure, str] = {}
        claims: dict[DraftClaim, str] = {}
        for one in problems:
            line = lines[one.place.line - 1] if 0 < one.place.line <= len(lines) else None
            if line is not None:
                faults.update(dict.fromkeys(line.figures, one.message))
                claims.update({line.claim: one.message} if line.claim is not None else {})
        if not faults and not claims:
            break
        draft = _mended(draft, faults, marked, claims)
        marked |= {replace(one, doubt=_doubt(message)) for one, message in faults.items()}
    return draft, None, problems


def _count(draft: Draft) -> int:
    return len(draft.figures)


def _doubt(message: str) -> str:
    return FAULT.format(message=message.partition("，")[0])


def _mended(
    draft: Draft, faults: dict[DraftFigure, str], marked: set[DraftFigure], claims: dict[DraftClaim, str]
) -> Draft:
    """Mark figures, and leave out those that are marked already and still at fault; claims become remarks."""

    def mend(figure: DraftFigure) -> DraftFigure | None:
        if figure not in faults:
            return figure
        return None if figure in marked else replace(figure, doubt=_doubt(faults[figure]))

    notes = [_noted(one) for one in _claims_in(draft) if one in claims]
    for project in draft.projects:
        notes += [f"{project.name} {_noted(one)}" for one in _claims_in(project) if one in claims]
    projects = tuple(_mended_part(one, mend, claims) for one in draft.projects)
    return replace(_mended_part(draft, mend, claims), notes=(*draft.notes, *notes), projects=projects)


def _claims_in(part: Draft | DraftProject) -> tuple[DraftClaim, ...]:
    return (*([part.whole] if part.whole else []), *part.claims)


def _mended_part(part: Part, mend: Mend, claims: Container[DraftClaim | None]) -> Part:
    """Mend what is stated and claimed of the case at large, or of one project."""
    return replace(
        part,
        entries=_entries(part.entries, mend),
        breakdowns=tuple(
            replace(one, parts=parts) for one in part.breakdowns if (parts := _entries(one.parts, mend))
        ),
        whole=None if part.whole in claims else part.whole,
        claims=tuple(one for one in part.claims if one not in claims),
    )


def _entries(entries: tuple[DraftEntry, ...], mend: Mend) -> tuple[DraftEntry, ...]:
    mended = (
        replace(entry, figures=tuple(one for figure in entry.figures if (one := mend(figure)) is not None))
        for entry in entries
    )
    return tuple(entry for entry in mended if entry.figures)


def _noted(claim: DraftClaim) -> str:
    said = "、".join(f"{key} {value}" for key, value in claim.said)
    return f"{claim.indicator} {said}（{claim.place}）".strip()


__all__ = ["DraftBreakdown", "loaded"]
