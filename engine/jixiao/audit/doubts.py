"""What nobody has confirmed yet (存疑), and what the reports of a draft have of their own: hints, and no facts."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator

from jixiao.audit.chain import FINGERPRINT_DIGITS
from jixiao.model.doubtful import Doubtful
from jixiao.model.evaluation import Evaluation
from jixiao.model.finding import Finding, Level

DOUBTFUL, REMARK = "figure-doubtful", "report-remark"
"""The codes that no finding rule gives: of drafts, which only hint at what is still to be looked at."""
MAX_NAMED = 3
"""Most doubtful figures named in the message; the others stand among the grounds."""


def doubt_findings(evaluation: Evaluation, *, is_first: bool) -> Iterator[Finding]:
    """Yield what of a project is doubtful, with what the table asks for first; with the first also the case's own."""
    case, project = evaluation.case, evaluation.project
    doubtful = list(project.doubtful)
    if is_first and case.projects:
        doubtful += case.whole.doubtful
    if doubtful:
        lacking = {one.name for result in evaluation.results for one in result.missing}
        yield _doubts(sorted(doubtful, key=lambda one: one.item not in lacking), project.name or "")
    for report, text in case.remarks if is_first else ():
        yield Finding(
            REMARK, Level.LOW, "原件须留意", f"{report}：{text}", fingerprint=_digest((report, text))
        )


def _doubts(doubtful: list[Doubtful], project: str) -> Finding:
    named = "、".join(f"{one.name} {one.said}（{one.doubt}）" for one in doubtful[:MAX_NAMED])
    more = "等" if len(doubtful) > MAX_NAMED else ""
    return Finding(
        code=DOUBTFUL,
        level=Level.LOW,
        title=f"存疑 {len(doubtful)} 处",
        message=f"存疑的 {len(doubtful)} 处没有进入评分，也没有参加核查。先看：{named}{more}",
        items=tuple(dict.fromkeys(one.item for one in doubtful)),
        because=tuple(
            f"{one.name} {one.said}（{one.source or '没有出处'}）：{one.doubt}" for one in doubtful
        ),
        fingerprint=_digest((project, *sorted(f"{one.name} {one.said} {one.doubt}" for one in doubtful))),
    )


def _digest(texts: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(texts).encode("utf-8")).hexdigest()[:FINGERPRINT_DIGITS]
