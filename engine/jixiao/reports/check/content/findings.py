"""The findings of an evaluation as texts: by level, with what they rest on, and what the unit must answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from jixiao.model.finding import Level
from jixiao.model.review import Review
from jixiao.reports.check.choice import Choice
from jixiao.reports.check.content.tree import Tree, texts, tree
from jixiao.reports.check.findings import TOLD
from jixiao.reports.check.numbering import Numbered, heads, numbered, pending, title_of, under
from jixiao.reports.check.steps import to_explain, to_refine, to_supply
from jixiao.reports.check.where import spots
from jixiao.reports.page.points import range_text


def finding_rows(review: Review, choice: Choice) -> list[Tree]:
    """Give the findings that are still to be looked at, gravest first; those told under others are named there."""
    waiting = [one for one in pending(numbered(review)) if choice.keeps(one.finding)]
    told: set[str] = set()
    rows = []
    for one in heads(waiting):
        rows.append(_finding(one, under(one, waiting), review, told))
        told |= {one.finding.message, f"所以：{one.finding.message}", *one.finding.because}
    return rows


def by_level(rows: Sequence[Tree]) -> list[Tree]:
    """Give the findings of each level that has any."""
    levels = ((word, [row for row in rows if row["级别"] == word]) for word in Level.words())
    return [tree(级别=word, 条数=str(len(found)), 疑点=found) for word, found in levels if found]


def _finding(one: Numbered, folded: Sequence[Numbered], review: Review, told_before: Set[str]) -> Tree:
    """Give one finding; grounds that stand with those before it are not told again."""
    finding = one.finding
    grounds = [fact for fact in finding.because if fact != finding.message]
    told_now = [fact for fact in grounds if fact not in told_before] or [TOLD] * bool(grounds)
    sources = [spot.source for spot in spots(finding, review.evaluation) if spot.source]
    told = "；".join(f"{each.number}. {each.finding.title}" for each in folded)
    return tree(
        编号=str(one.number),
        级别=finding.level.word,
        标题=title_of(finding),
        说明=finding.message,
        依据=texts(told_now),
        出处="；".join(sources),
        由此而来=f"由此而来，不另列：{told}" if told else "",
        备注=finding.note,
        指标=finding.indicator or "",
        代码=finding.code,
        指纹=finding.fingerprint,
    )


def settled_rows(review: Review, choice: Choice) -> Iterator[Tree]:
    """Yield what reviewers have settled, with who, why and until when."""
    for one in numbered(review):
        aside = one.finding.set_aside
        if aside is not None and choice.keeps(one.finding):
            yield tree(
                编号=str(one.number),
                标题=title_of(one.finding),
                处置人=aside.by,
                理由=str(aside.reason),
                期限=str(aside.until),
            )


def asked_rows(review: Review, shown: Sequence[Tree]) -> list[Tree]:
    """Give what the unit must answer: the graver findings that are shown, then the figures that are missing or too coarse."""
    asked = {str(number) for number in to_explain(review)}
    findings = [
        (f"请说明疑点 {row['编号']}：{row['标题']}", str(row["说明"]))
        for row in shown
        if row["编号"] in asked
    ]
    moves = to_supply(review.evaluation)
    missing = [
        (f"请补充{name}", f"至多影响{range_text(moves[name], moves[name])}分。")
        for name in sorted(moves, key=lambda one: -moves[one])
    ]
    near = [(f"请给出更多位小数：{name}", "") for name in to_refine(review.evaluation)]
    return [
        tree(序号=str(number), 事项=what, 说明=why)
        for number, (what, why) in enumerate((*findings, *missing, *near), 1)
    ]
