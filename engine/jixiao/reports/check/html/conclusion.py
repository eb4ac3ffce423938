"""What an evaluation comes to, on one screen: claim and range, points lost, findings, what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from jixiao.model.evaluation import Result
from jixiao.model.review import Review
from jixiao.reports.check.choice import Choice
from jixiao.reports.check.heading import summary_parts
from jixiao.reports.check.html.findings import conclusions, level_badge
from jixiao.reports.check.html.links import Links
from jixiao.reports.check.html.uses import used_by_finding, used_by_result
from jixiao.reports.check.listed import chosen_text
from jixiao.reports.check.numbering import Numbered, counted, heads, numbered, pending, title_of, under
from jixiao.reports.check.shortfalls import (
    Line,
    is_rating,
    lost_line,
    lost_results,
    open_line,
    open_results,
    shortfall_heading,
)
from jixiao.reports.check.steps import NOTHING, steps_of
from jixiao.reports.check.verdict import WRONG_TABLE, verdict_on
from jixiao.reports.page.html import Child, element

_STANDS = {"bold red": "bad", "bold yellow": "warn", "green": "good", "cyan": "even"}
"""The look of a verdict, by the style that a terminal gives it."""
MAX_OPEN = 6
MAX_LISTED = 12
"""Most open indicators and findings of the screen; below they all stand in full."""


def conclusion(review: Review, choice: Choice, links: Links, project: int) -> Iterator[Element]:
    """Yield the screen, part by part."""
    evaluation = review.evaluation
    for finding in review.findings:
        if finding.code == WRONG_TABLE and finding.set_aside is None:
            yield element("p", f"注意：{finding.message}", class_="problem")
    verdict = verdict_on(review)
    kind = _STANDS.get(verdict.style, "")
    yield element("p", f"结论：{verdict.text}", class_=f"stand {kind}".strip())
    parts = [part.partition(" ") for part in summary_parts(evaluation)]
    pairs = [element("div", element("dt", label), element("dd", value)) for label, _, value in parts]
    yield element("dl", *pairs, class_="numbers")
    if evaluation.adopted_note:
        yield element("p", f"采用分：{evaluation.adopted_note}", class_="meta")
    yield from conclusions(review)
    columns = [
        element("div", *_scores(review, links, project)),
        element("div", *_found(review, choice, links, project)),
    ]
    yield element("div", *columns, class_="pair")
    yield element("h3", "下一步")
    yield element("ol", *(element("li", step) for step in steps_of(review) or [NOTHING]), class_="steps")


def _scores(review: Review, links: Links, project: int) -> Iterator[Element]:
    evaluation = review.evaluation
    yield element("h3", "得分")
    yield element("p", shortfall_heading(evaluation), class_="meta")
    waiting = [one for one in open_results(evaluation) if not is_rating(one)]
    rated = [one for one in open_results(evaluation) if is_rating(one)]
    lines = [(one, lost_line(one)) for one in lost_results(evaluation)]
    lines += [(one, open_line(one)) for one in waiting[:MAX_OPEN]]
    items = [_line(result, line, review, links, project) for result, line in lines]
    if rest := len(waiting) - MAX_OPEN:
        items += [element("li", f"另有 {rest} 项待定，见下表")] if rest > 0 else []
    if rated:
        names = [_linked_name(one, review, links, project) for one in rated]
        items.append(element("li", f"待评定 {len(rated)} 项：", *_joined(names)))
    yield element("ul", *items, class_="lines")


def _line(result: Result, line: Line, review: Review, links: Links, project: int) -> Element:
    why: list[Child] = [f" {line.why}"] if line.why else []
    used = used_by_result(result, links.stated, project) if line.where else []
    return element(
        "li",
        _linked_name(result, review, links, project),
        " ",
        element("span", line.figure, class_="score"),
        *why,
        _where(used, links),
    )


def _linked_name(result: Result, review: Review, links: Links, project: int) -> Element:
    number = next(place for place, one in enumerate(review.evaluation.results) if one is result)
    return element("a", lost_line(result).name, href=f"#{links.anchors.result(project, number)}")


def _joined(names: Sequence[Element]) -> Iterator[Child]:
    for place, name in enumerate(names):
        yield "、" if place else None
        yield name


def _where(used: Sequence[int], links: Links) -> Element | None:
    """Give the first place, a link, and how many there are; there is room for one on a line."""
    first: dict[str, int] = {}
    for place in used:
        if links.stated[place].source:
            first.setdefault(links.stated[place].source, place)
    if not first:
        return None
    source, place = next(iter(first.items()))
    more = f"等{len(first)}处" if len(first) > 1 else ""
    return element("span", " 〔", element("a", source, href=links.target(place)), f"{more}〕", class_="where")


def _found(review: Review, choice: Choice, links: Links, project: int) -> Iterator[Element]:
    found = numbered(review)
    waiting = [one for one in pending(found) if choice.keeps(one.finding)]
    yield element("h3", "疑点")
    yield element("p", counted(found) if found else "没有疑点", class_="meta")
    if told := chosen_text(len(waiting), choice):
        yield element("p", told)
    shown = heads(waiting)
    items = [_finding(one, waiting, links, project) for one in shown[:MAX_LISTED]]
    if len(shown) > MAX_LISTED:
        items.append(element("li", f"另有 {len(shown) - MAX_LISTED} 条，见下文"))
    if items:
        yield element("ul", *items, class_="lines")


def _finding(one: Numbered, waiting: Sequence[Numbered], links: Links, project: int) -> Element:
    finding = one.finding
    folded = "、".join(str(each.number) for each in under(one, waiting))
    title = f"{one.number}. {title_of(finding)}{f'（含 {folded}）' if folded else ''}"
    link = element("a", title, href=f"#{links.anchors.finding(project, one.number)}")
    used = used_by_finding(finding, links.stated, project)
    return element("li", level_badge(finding.level), " ", link, _where(used, links))
