"""What a report claims in running text: its total, its grade, and the scores of indicators with their reasons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.documents.figures.folded import Folded, fold, pieces
from jixiao.documents.paper import Paper, Paragraph
from jixiao.model.reading import ClaimKind, ReadClaim

_TOTAL = re.compile(
    r"(?:自评|评价|考核|综合|绩效)?(?:总?得分|总分|综合评分|总评分|自评分|综合得分|自评结果|评分)(?:总分)?(?:数)?(?:共?计|合计)?(?:为|是|:|达|得)?(?P<score>\d{1,3}(?:\.\d+)?)分"
)
_GRADE = re.compile(
    r"(?:等级|等次|级别|结果|结论|评定|评价|自评)(?:为|是|:|评定为|确定为|属于|达到)+(?P<grade>优秀|良好|合格|不合格|较差|[优良中差](?![秀好质化化])|第?[一二三四]等?级|[ABCD](?=[。,;\n]|$))"
)
_OTHER_GRADE = re.compile(
    r"(?:自评|评价|绩效|考核|综合|评定|评分)[^。;,:]{0,10}(?:等级|等次|档次)(?:评定|确定)?(?:为|是|:|属于|达到)+"
    r"(?P<grade>[\u4e00-\u9fffA-Za-z+]{1,6})(?=[。,;()\n]|$)"
)
"""A grade by any other short word: whether a table knows it is not for the reading to say."""
_SCORE = re.compile(r"(?:得|计|自评|评|打)(?:分)?(?:为|:)?(?P<score>\d{1,3}(?:\.\d+)?)分")
_DEDUCTION = re.compile(r"扣(?:除|减)?(?P<score>\d{1,3}(?:\.\d+)?)分")
_NAME = re.compile(
    r"(?:^|[。;\n]|\d[、.]|\)|、)(?P<name>[\u4e00-\u9fff()]{3,20}?(?:率|性|度|数|情况|指标|管理|绩效|成本|效益))(?:指标)?(?:[,:(（]|\d|=|为|是|分值|满分|本项|该项)"
)


def prose_claims(paper: Paper) -> Iterator[ReadClaim]:
    """Yield the claims of running text in their order."""
    for block in paper.body:
        if not isinstance(block, Paragraph):
            continue
        for passage in pieces(fold(paper.text, block.span)):
            yield from _of_passage(paper, passage)


def _of_passage(paper: Paper, passage: Folded) -> Iterator[ReadClaim]:
    text = passage.text
    taken: set[int] = set()
    for match in _TOTAL.finditer(text):
        span = passage.span(*match.span("score"))
        taken.add(match.start("score"))
        yield ReadClaim("total", match["score"], ClaimKind.SCORE, span, paper.words(span))
    for start, end in sorted({*_grades(text)}):
        span = passage.span(start, end)
        yield ReadClaim("grade", text[start:end], ClaimKind.GRADE, span, paper.words(span))
    for pattern, kind in ((_SCORE, ClaimKind.SCORE), (_DEDUCTION, ClaimKind.DEDUCTION)):
        for match in pattern.finditer(text):
            if match.start("score") in taken:
                continue
            name = _name_before(text, match.start())
            if name is not None:
                span = passage.span(*match.span("score"))
                yield ReadClaim("indicator", match["score"], kind, span, paper.words(span), name)


def _grades(text: str) -> Iterator[tuple[int, int]]:
    usual = [one.span("grade") for one in _GRADE.finditer(text)]
    yield from usual
    for one in _OTHER_GRADE.finditer(text):
        start, end = one.span("grade")
        if all(end <= first or last <= start for first, last in usual):
            yield start, end


def _name_before(text: str, place: int) -> str | None:
    """Give the indicator that the words before a score name last."""
    found = [match["name"] for match in _NAME.finditer(text, max(0, place - 160), place)]
    return found[-1] if found else None
