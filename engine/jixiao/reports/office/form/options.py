"""The sheets out of sight: what can be chosen, and of which table the form is."""

from __future__ import annotations

from collections.abc import Mapping

from jixiao.dataclass import dataclass
from jixiao.model.form import NO, OPTIONS, STAMP, VERSION, YES, Form

TYPE_CHECKING = False
if TYPE_CHECKING:
    from xlsxwriter import Workbook

MAX_CHOICES = 60
"""Most things that one list may offer; a sentence has a dozen levels at most."""
_GRADES = "等级"


@dataclass(frozen=True, slots=True)
class Lists:
    """Where the lists stand: the formula of each, as a validation wants it."""

    units: str
    answers: str
    grades: str

    @staticmethod
    def levels(indicator: str, what: str) -> str:
        """Give the formula of the list whose head is what these two cells say, one after the other."""
        found = f"MATCH({indicator}&{what},{OPTIONS}!$1:$1,0)-1"
        column = f"OFFSET({OPTIONS}!$A$2,0,{found},{MAX_CHOICES},1)"
        return f"=OFFSET({OPTIONS}!$A$2,0,{found},COUNTA({column}),1)"


def write_options(workbook: Workbook, form: Form) -> Lists:
    """Write the lists, each in a column below its name: units with their worth, 是 and 否, then levels."""
    sheet = workbook.add_worksheet(OPTIONS)
    sheet.hide()
    columns: list[tuple[str, tuple[str, ...]]] = [
        ("单位", tuple(form.factors)),
        ("折合", tuple(form.factors.values())),
        ("是否", (YES, NO)),
        (_GRADES, _grades(form)),
        *_levels(form).items(),
    ]
    for at, (name, texts) in enumerate(columns):
        sheet.write_string(0, at, name)
        for row, text in enumerate(texts[:MAX_CHOICES], start=1):
            if name == "折合":
                sheet.write_number(row, at, float(text))
            else:
                sheet.write_string(row, at, text)
    return Lists(
        f"={OPTIONS}!$A$2:$A${1 + min(MAX_CHOICES, len(form.factors))}",
        f"={OPTIONS}!$C$2:$C$3",
        f"={OPTIONS}!$D$2:$D${1 + max(1, len(_grades(form)))}",
    )


def _grades(form: Form) -> tuple[str, ...]:
    panel = form.panel("自评")
    return panel.rows[0].choices if panel is not None and panel.rows else ()


def _levels(form: Form) -> Mapping[str, tuple[str, ...]]:
    panel = form.panel("评定")
    rows = () if panel is None else panel.rows
    return {row.values["指标"] + row.values["评什么"]: row.choices for row in rows if row.choices}


def write_stamp(workbook: Workbook, form: Form) -> None:
    """Write of which table, in which wording, the form was made."""
    sheet = workbook.add_worksheet(STAMP)
    sheet.very_hidden()
    for row, (name, text) in enumerate((
        ("采集表", str(VERSION)),
        ("指标表", form.reference),
        ("摘要", form.digest),
        ("形式", "各单位" if form.many else "单位"),
    )):  # fmt: skip
        sheet.write_string(row, 0, name)
        sheet.write_string(row, 1, text)
