"""One case of a page: what it comes to, its scores and findings, and beside them what they come from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from jixiao.model.check import CheckReport
from jixiao.model.enclosed import CASE_MARK, enclose
from jixiao.model.evidence import Key
from jixiao.model.review import Checked, Review
from jixiao.reports.check.choice import Choice
from jixiao.reports.check.closing import mean_line
from jixiao.reports.check.heading import draft_note, table_line, title_of
from jixiao.reports.check.html.anchors import Anchors, anchors_of
from jixiao.reports.check.html.conclusion import conclusion
from jixiao.reports.check.html.figures import figure_list
from jixiao.reports.check.html.findings import finding_articles
from jixiao.reports.check.html.links import Links
from jixiao.reports.check.html.report_text import Cluster, ReportText, Use, clusters_of
from jixiao.reports.check.html.scores import indicator_article, score_table
from jixiao.reports.check.html.tables import wide_table
from jixiao.reports.check.html.uses import used_by_finding, used_by_result
from jixiao.reports.check.numbering import numbered
from jixiao.reports.check.stated import Stated, stated_in
from jixiao.reports.page.html import element


def case_section(checked: Checked, choice: Choice) -> Element:
    """Give all of one case file that was evaluated."""
    case = checked.reviews[0].evaluation.case
    anchors, stated = anchors_of(case), stated_in(case)
    clusters = [clusters_of(one, number, anchors) for number, one in enumerate(checked.evidence)]
    places = _by_key(stated)
    links = Links(anchors, stated, _marks(stated, clusters))
    several = len(checked.reviews) > 1
    parts = [
        element("h2", case.title if several else title_of(checked.reviews[0].evaluation)),
        element("p", _about(checked), class_="meta"),
        element("p", note, class_="stand more warn") if (note := draft_note(case)) else None,
        element("p", mean_line(checked.mean, len(checked.reviews)), class_="verdict")
        if checked.mean is not None
        else None,
    ]
    for project, review in enumerate(checked.reviews):
        heading = element("h3", review.evaluation.project.name or "") if several else None
        screen = conclusion(review, choice, links, project)
        parts.append(
            element(
                "section",
                heading,
                *screen,
                class_="conclusion",
                id=anchors.review(project),
                aria_label="结论",
            )
        )
    uses = _uses(checked.reviews, stated, anchors, choice)
    names = [review.evaluation.project.name or "" for review in checked.reviews] if several else []
    listed = figure_list(links, uses, names)
    left = [
        part for place, review in enumerate(checked.reviews) for part in _full(review, choice, links, place)
    ]
    if checked.evidence:
        left += [element("section", element("h3", "数据与出处"), listed)]
        writer = ReportText(anchors, places, uses)
        right = [
            part
            for evidence, found in zip(checked.evidence, clusters, strict=True)
            for part in (element("h3", evidence.name), writer.written(evidence, found))
        ]
    else:
        right = [element("h3", "数据与出处"), listed]
    label = "报告原文" if checked.evidence else "数据与出处"
    aside = element("aside", *right, class_="source", aria_label=label)
    parts.append(element("div", element("div", *left), aside, class_="beside"))
    if checked.source:
        parts.append(element("template", " ".join(enclose(checked.source, CASE_MARK)), class_="jixiao-case"))
    return element("article", *parts, class_="case", id=anchors.case)


def _about(checked: Checked) -> str:
    evaluation = checked.reviews[0].evaluation
    case, ruleset = evaluation.case, evaluation.ruleset
    told = [
        f"{case.unit}，{case.year} 年度",
        table_line(ruleset),
        f"代码 {case.id}",
    ]
    return " · ".join(told)


def _full(review: Review, choice: Choice, links: Links, project: int) -> Iterator[Element]:
    """Yield the score table, the account of each indicator, the findings and the checks of one evaluation."""
    evaluation = review.evaluation
    name = f" · {evaluation.project.name}" if evaluation.project.name is not None else ""
    yield element("section", element("h3", f"得分表{name}"), *score_table(evaluation, links, project))
    accounts = [
        indicator_article(result, evaluation, links, project, number)
        for number, result in enumerate(evaluation.results)
    ]
    yield element("section", element("h3", f"逐项说明{name}"), *accounts)
    yield element("section", element("h3", f"疑点{name}"), *finding_articles(review, choice, links, project))
    if review.checks is not None:
        yield element("section", element("h3", f"核查{name}"), _checks(review.checks))


def _checks(checks: Sequence[CheckReport]) -> Element:
    rows = [
        element(
            "tr",
            element("th", one.name, scope="row"),
            element("td", one.result.word),
            element("td", one.text),
        )
        for one in checks
    ]
    return wide_table("核查", ("核查", "结果", "说明"), rows, kind="listed")


def _by_key(stated: Sequence[Stated]) -> Mapping[Key, list[int]]:
    found: dict[Key, list[int]] = defaultdict(list)
    for place, one in enumerate(stated):
        found[one.key].append(place)
    return found


def _marks(stated: Sequence[Stated], clusters: Sequence[Sequence[Cluster]]) -> dict[int, str]:
    """Give the mark that each statement is shown at: the first at its own place, else the first there is."""
    places = _by_key(stated)
    held = [
        (place, cluster.id, mark.place == stated[place].source)
        for document in clusters
        for cluster in document
        for mark in cluster.marks
        for place in (() if mark.key is None else places.get(mark.key, ()))
    ]
    found: dict[int, str] = {}
    for place, name, _ in sorted(held, key=lambda one: not one[2]):
        found.setdefault(place, name)
    return found


def _uses(
    reviews: Sequence[Review], stated: Sequence[Stated], anchors: Anchors, choice: Choice
) -> Mapping[int, list[Use]]:
    """Give what uses each statement: indicators, then findings, project by project."""
    found: dict[int, list[Use]] = defaultdict(list)
    for project, review in enumerate(reviews):
        for number, result in enumerate(review.evaluation.results):
            href = f"#{anchors.result(project, number)}"
            for place in used_by_result(result, stated, project):
                found[place].append(Use(f"指{number + 1}", result.indicator.name, href))
        for one in numbered(review):
            if choice.keeps(one.finding):
                use = Use(f"疑{one.number}", f"疑点 {one.number}", f"#{anchors.finding(project, one.number)}")
                for place in used_by_finding(one.finding, stated, project):
                    found[place].append(use)
    return found
