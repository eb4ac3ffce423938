"""Projects that no table, form or head names: those of which running text tells the scores, one after another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.documents.figures.folded import fold
from jixiao.documents.paper import Paper, Paragraph
from jixiao.documents.tables.projects import project_named

_LEAD = (
    r"(?:^|[。;,、:\n]|年度?|其中|我[单位局处所校院镇乡]{1,2}|本[单位局处所校院镇乡]{1,2}|以及)(?:[和及与])?"
)
_NAMED = re.compile(
    rf"{_LEAD}(?P<name>[\u4e00-\u9fff()]{{2,30}}?(?:项目|工程|专项|经费|资金|补助|补贴|费))"
    r"(?:支出|资金)?(?:绩效)?(?:自评|评价|考核|综合)*(?:总?得分|总分|评分|自评分|分数)?(?:为|是|:|达|达到)?\d{1,3}(?:\.\d+)?分(?![值钟])"
)
_GENERAL = re.compile(
    r".*(?:平均|各个?|所有|全部|合计|[两二三四五六七八九十]个|该|此)(?:项目)?|(?:项目|专项)(?:资金|经费)?"
)
_SCORING = re.compile("得分|自评|评分|评价")
_POINTS = re.compile("分值|权重|满分|扣")
_SENTENCE = re.compile(r"[。\n]")
_SEVERAL = 2


def scored_names(paper: Paper) -> tuple[str, ...]:
    """Give the projects whose scores running text tells; none where it tells of fewer than two."""
    found = tuple(dict.fromkeys(_names(paper)))
    return found if len(found) >= _SEVERAL else ()


def _names(paper: Paper) -> Iterator[str]:
    for block in paper.body:
        if not isinstance(block, Paragraph):
            continue
        for sentence in _SENTENCE.split(fold(paper.text, block.span).text):
            if not _SCORING.search(sentence) or _POINTS.search(sentence):
                continue
            for match in _NAMED.finditer(sentence):
                name = project_named(match["name"])
                if name is not None and not _GENERAL.fullmatch(name):
                    yield name
