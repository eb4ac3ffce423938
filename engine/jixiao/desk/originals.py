"""The reports that a case comes from, with its figures marked in them: of a draft, or of a case beside its reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from jixiao.dataclass import replace
from jixiao.desk.drafting import Read
from jixiao.desk.read import read_all
from jixiao.documents.evidence import evidence_of
from jixiao.files import Library
from jixiao.files.folder.reports import is_report
from jixiao.model.case import Case
from jixiao.model.diagnostic import Diagnostic
from jixiao.model.evidence import Evidence
from jixiao.model.messages import filled
from jixiao.model.review import Checked

MAX_ORIGINALS = 20
"""Most reports that are read for the page of one case. Stops a list of sources from taking minutes."""

NOT_READ = "来源“{label}”：{why}；页面上没有它的原文"


def originals_of(reports: Mapping[str, Read], case: Case) -> tuple[Evidence, ...]:
    """Give the texts of reports, by what places call them, with the figures of the case marked in them."""
    readings = [(label, one.reading) for label, one in reports.items()]
    return evidence_of(readings, case, {label: one.paper for label, one in reports.items()})


def with_originals(checked: Checked, file: Path, library: Library) -> Checked:
    """Add to a case in a file the reports that its 来源 names and that lie in its folder or below.

    来源 is a label, and no file need be there; one that is there and can't be read is a warning.
    """
    if not checked.reviews:
        return checked
    case = checked.reviews[0].evaluation.case
    reports: dict[str, Read] = {}
    warnings: list[Diagnostic] = []
    for label, path in _beside(case, file.parent):
        read, errors = read_all([path], library)
        reports.update((label, one) for one in read)
        warnings += (_not_read(label, one) for one in errors)
    return replace(checked, evidence=originals_of(reports, case), warnings=(*checked.warnings, *warnings))


def _not_read(label: str, error: Diagnostic) -> Diagnostic:
    return replace(error, message=filled(NOT_READ, label=label, why=error.message))


def _beside(case: Case, folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield the sources that are reports in a folder or below; whatever leads out of it is left alone."""
    for label, name in list(case.sources.items())[:MAX_ORIGINALS]:
        path = folder / name
        if is_report(path) and _is_within(path, folder):
            yield label, path


def _is_within(path: Path, folder: Path) -> bool:
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False
