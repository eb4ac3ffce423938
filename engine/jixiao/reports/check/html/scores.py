"""The score table of an evaluation, and the full account of each indicator."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from jixiao.model.evaluation import Deduction, Evaluation, Result
from jixiao.model.told import lines_of
from jixiao.quantity import points_text
from jixiao.reports.check.deductions import ground_parts, lost_text
from jixiao.reports.check.html.links import Links
from jixiao.reports.check.html.tables import wide_table
from jixiao.reports.check.html.uses import used_by_result
from jixiao.reports.check.indicators import (
    FIGURES,
    HEADINGS,
    PROVISIONAL_MARK,
    judged_by,
    score_row,
    shown_columns,
)
from jixiao.reports.check.reasons import reasons
from jixiao.reports.check.totals import adjustment_text, sum_text, veto_text
from jixiao.reports.page.html import element


def score_table(evaluation: Evaluation, links: Links, project: int) -> Iterator[Element]:
    """Yield the table, each name a link to its account, then the way from the sum to the total."""
    rows = [score_row(result) for result in evaluation.results]
    kept = shown_columns(rows)
    body = []
    for number, row in enumerate(rows):
        name = element("a", row[0].text, href=f"#{links.anchors.result(project, number)}")
        cells = [element("th", name, scope="row")]
        for place in kept[1:]:
            kind = {"class_": "figure"} if FIGURES[place] else {}
            cells.append(element("td", row[place].text, **kind))
        body.append(element("tr", *cells, id=links.anchors.row(project, number)))
    figures = [place for place, column in enumerate(kept) if FIGURES[column]]
    yield wide_table(
        "得分表", [HEADINGS[place] for place in kept], body, figures=figures, kind="listed scores"
    )
    if any(result.indicator.provisional for result in evaluation.results):
        yield element("p", f"{PROVISIONAL_MARK} 分值或条文为推定", class_="meta")
    if evaluation.adjustments or evaluation.vetoes:
        lines = [*map(adjustment_text, evaluation.adjustments), *map(veto_text, evaluation.vetoes)]
        yield element("p", sum_text(evaluation))
        yield element("ul", *(element("li", line) for line in lines), class_="because")


def indicator_article(
    result: Result, evaluation: Evaluation, links: Links, project: int, number: int
) -> Element:
    """Give all there is to tell of an indicator: its sentence, each deduction, why, and on which figures."""
    name, *_, score, _lost, status = (cell.text for cell in score_row(result))
    used = used_by_result(result, links.stated, project)
    heading = element(
        "h4",
        f"{number + 1}. ",
        element("a", name, href=f"#{links.anchors.row(project, number)}"),
        " ",
        element(
            "span",
            f"得 {score} 分，满分 {points_text(result.indicator.points)} 分，{status}",
            class_="points",
        ),
    )
    told = [*reasons(result)] or [*lines_of(result.explanation)]
    judged = [*judged_by(result, evaluation)]
    listed = links.listed(used)
    return element(
        "article",
        heading,
        element("blockquote", result.indicator.standard.text),
        element("ul", *map(_deduction, result.deductions), class_="deductions")
        if result.deductions
        else None,
        *(element("p", *links.linked(line, used)) for line in (*told, *judged) if line),
        element("h5", "所据的数") if listed is not None else None,
        listed,
        id=links.anchors.result(project, number),
    )


def _deduction(one: Deduction) -> Element:
    return element("li", element("strong", lost_text(one)), *ground_parts(one))
