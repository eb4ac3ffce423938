"""What `import jixiao` gives beside the questions of desk: answers, written out."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, TypedDict, Unpack

from jixiao.desk import messages
from jixiao.desk.new import new_case, new_table
from jixiao.desk.rules import Rules
from jixiao.model.answer import Answer
from jixiao.model.diagnostic import BadQuestion
from jixiao.model.difference import Comparison
from jixiao.model.draft import ReadCase
from jixiao.model.imported import Import
from jixiao.model.item_list import ItemList
from jixiao.model.lint import LintRun
from jixiao.model.review import Run
from jixiao.model.simulation import Simulation
from jixiao.model.trial import TrialRun

Written = Run | Answer | LintRun | TrialRun | Comparison | ItemList | ReadCase | Import | Simulation
"""Answers that have a JSON format (docs/formats.md)."""
OF_TABLES, OF_CASES = ("region", "subject", "from_"), ("unit",)
"""What only the one or the other may have."""


class Heading(TypedDict, total=False):
    """What may be said of a new file; what is not said is left to be filled in."""

    title: str
    code: str
    year: int
    region: str
    """Of a table."""
    subject: str
    """Of a table."""
    from_: str
    """Of a table: the common framework that it begins with, as in common/department."""
    unit: str
    """Of a case."""
    place: str | Path
    """Where the file will stand: its first line then leads to its schema."""
    rules: Rules


def new(kind: Literal["table", "case"], table: str | Path | None = None, **heading: Unpack[Heading]) -> str:
    """Give the text of a new table, or of a new case for a table; nothing is written.

    A case is for the only table there is where none is named. Raises Refused where the table
    can't be found, or a name, code or year can't be.
    """
    from jixiao.reports.skeletons.case import render_new_case
    from jixiao.reports.skeletons.table import render_new_table

    words: dict[str, Any] = {**heading}
    if words.get("place") is not None:
        words["place"] = Path(words["place"])
    alien = next((name for name in words if name in (OF_CASES if kind == "table" else OF_TABLES)), None)
    if kind not in ("table", "case") or alien or (kind == "table" and table is not None):
        raise BadQuestion(messages.NOT_FOR_NEW.format(name=alien or table or kind, kind=kind))
    return (
        render_new_table(new_table(**words)) if kind == "table" else render_new_case(new_case(table, **words))
    )


def form(
    table: str | Path, *, many: bool = False, case: str | Path | None = None, rules: Rules = None
) -> bytes:
    """Give the workbook to collect cases of a table with; nothing is written.

    It is for one unit, filled from its case where one is given, or has a row a unit. Raises Refused where the
    table can't be found or can't run, or the case is none of it.
    """
    from jixiao.desk.form import form as made
    from jixiao.reports.office.form.write import form_bytes

    if many and case is not None:
        raise BadQuestion(messages.MANY_OR_CASE)
    return form_bytes(made(table, many=many, case=case, rules=rules).form)


def to_json(answer: Written) -> str:
    """Write an answer as the JSON document that its command gives with --format json."""
    if isinstance(answer, Run):
        from jixiao.reports.check.json import render_json

        return render_json(answer)
    if isinstance(answer, Answer):
        from jixiao.reports.standard.json import render_standard_json

        return render_standard_json(answer)
    if isinstance(answer, LintRun):
        from jixiao.reports.lint.json import render_lint_json

        return render_lint_json(answer)
    if isinstance(answer, TrialRun):
        from jixiao.reports.test.json import render_trial_json

        return render_trial_json(answer)
    if isinstance(answer, ReadCase):
        from jixiao.reports.read.json import render_read_json

        return render_read_json(answer)
    if isinstance(answer, Import):
        from jixiao.reports.imported.json import render_import_json

        return render_import_json(answer)
    if isinstance(answer, Simulation):
        from jixiao.reports.simulate.json import render_simulate_json

        return render_simulate_json(answer)
    if isinstance(answer, ItemList):
        from jixiao.reports.items.json import render_items_json

        return render_items_json(answer)
    from jixiao.reports.diff.json import render_diff_json

    return render_diff_json(answer)
