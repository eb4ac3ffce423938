"""Which projects of the reports are evaluated, each on its own."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.dataclass import replace
from jixiao.model.draft import Source
from jixiao.model.reading import Reading

OF_PROJECTS = "项目支出"
"""What is evaluated where projects are; in a report of anything else they are parts of what is."""


def of_one_each(sources: Sequence[Source], subject: str) -> tuple[Source, ...]:
    """Give the reports; where some are of one project each, and not all of the same, all that each says is its project's."""
    named = {one.reading.project for one in sources if not one.reading.projects} - {None}
    if subject != OF_PROJECTS or len(named) < 2:
        return tuple(sources)
    return tuple(
        one if one.reading.projects else replace(one, reading=_of_project(one.reading)) for one in sources
    )


def _of_project(reading: Reading) -> Reading:
    name = reading.project
    return replace(
        reading,
        figures=tuple(replace(one, project=name) for one in reading.figures),
        claims=tuple(replace(one, project=name) for one in reading.claims),
    )


def evaluated_projects(sources: Sequence[Source], subject: str) -> tuple[str, ...]:
    """Give the projects that are evaluated, in the order of the reports; none where fewer than two are.

    A report that claims one total, and none of its projects, is of one project that has parts.
    """
    if subject != OF_PROJECTS:
        return ()
    read = [one.reading for one in sources]
    found = tuple(dict.fromkeys(name for one in read for name in one.projects))
    totals = [one for reading in read for one in reading.claims if one.what == "total"]
    scored = {one.project for one in totals if one.project is not None}
    if len(found) < 2 or (len(scored) < 2 and any(one.project is None for one in totals)):
        return ()
    return found
