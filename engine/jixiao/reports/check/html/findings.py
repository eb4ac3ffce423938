"""The findings of an evaluation in a page: each in full, gravest first, with the way to its figures."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from jixiao.model.finding import Level, SetAside
from jixiao.model.review import Review
from jixiao.reports.check.choice import Choice
from jixiao.reports.check.findings import APPROVED, unmatched_text
from jixiao.reports.check.html.links import Links
from jixiao.reports.check.html.uses import used_by_finding
from jixiao.reports.check.listed import chosen_text
from jixiao.reports.check.numbering import Numbered, counted, numbered, pending, title_of, under
from jixiao.reports.page.html import element


def level_badge(level: Level) -> Element:
    """Give the word of a level, with a sign and a colour that say nothing more."""
    return element("span", level.word, class_=f"level {level}")


def finding_articles(review: Review, choice: Choice, links: Links, project: int) -> Iterator[Element]:
    """Yield how many there are, then each: those to look at, then what is settled, then what the case sums up to."""
    found = numbered(review)
    yield element("p", counted(found) if found else "疑点：无", class_="verdict")
    waiting = [one for one in pending(found) if choice.keeps(one.finding)]
    if told := chosen_text(len(waiting), choice):
        yield element("p", told)
    settled = [one for one in found if one.finding.set_aside is not None and choice.keeps(one.finding)]
    for one in (*waiting, *settled):
        yield _article(one, found, links, project)
    for disposition in review.unmatched:
        yield element("p", unmatched_text(disposition), class_="problem")


def conclusions(review: Review) -> Iterator[Element]:
    """Yield what the findings come to, where a rule says so."""
    for finding in review.findings:
        if finding.is_conclusion:
            kind = "good" if finding.code == APPROVED else "warn"
            yield element("p", f"{finding.title}：{finding.message}", class_=f"stand more {kind}")


def _article(one: Numbered, found: Sequence[Numbered], links: Links, project: int) -> Element:
    finding = one.finding
    used = used_by_finding(finding, links.stated, project)
    grounds = [
        element("li", *links.linked(ground, used)) for ground in finding.because if ground != finding.message
    ]
    told = "\n".join((finding.message, *finding.because))
    listed = links.listed([place for place in used if not links.stated[place].is_told_in(told)])
    return element(
        "article",
        element("h4", level_badge(finding.level), f" {one.number}. {title_of(finding)}"),
        element("p", *links.linked(finding.message, used)),
        element("ul", *grounds, class_="because") if grounds else None,
        _kin(one, found, links, project),
        element("h5", "有关的数") if listed is not None else None,
        listed,
        element("p", finding.note, class_="problem") if finding.note else None,
        element("p", _state(finding.set_aside), class_="state") if finding.set_aside is not None else None,
        element("p", "代码 ", element("code", finding.code), " · 指纹 ", element("code", finding.fingerprint),
                class_="code"),
        id=links.anchors.finding(project, one.number),
    )  # fmt: skip


def _kin(one: Numbered, found: Sequence[Numbered], links: Links, project: int) -> Element | None:
    """Name the finding that explains this one, and those that it explains."""
    above = [each for each in found if each.finding.id == one.finding.folded_under and each is not one]
    told = under(one, pending(found))
    if not above and not told:
        return None
    label, kin = ("由这一条而来：", above) if above else ("由此而来：", told)
    named = [
        element(
            "a",
            f"{each.number}. {each.finding.title}",
            href=f"#{links.anchors.finding(project, each.number)}",
        )
        for each in kin
    ]
    return element("p", label, *(part for each in named for part in (each, " ")))


def _state(aside: SetAside) -> str:
    return f"处置：{aside.by}，{aside.reason}（至 {aside.until}）"
