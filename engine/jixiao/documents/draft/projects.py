"""Which projects of the reports are evaluated, each on its own."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.model.draft import Source

OF_PROJECTS = "项目支出"
"""What is evaluated where projects are; in a report of anything else they are parts of what is."""


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
