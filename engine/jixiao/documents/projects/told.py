"""What a paragraph tells of one project after another: each figure and claim is of the project named last before it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from jixiao.dataclass import dataclass, replace
from jixiao.documents.figures.folded import Folded, fold, pieces
from jixiao.documents.paper import Paper, Paragraph
from jixiao.documents.projects.amounts import OF_ALL, item_of_project
from jixiao.documents.projects.mentions import Mention, Mentions
from jixiao.language.span import Span
from jixiao.model.reading import ALL_PROJECTS, ClaimKind, Measure, ReadClaim, ReadFigure, as_of_project

_SENTENCE = re.compile(r"[。\n!?]")
_TOGETHER = re.compile(
    r"合计|共计|总计|总额|平均|项目(?:预算|资金|经费|支出)(?:总|合)|(?:所有|全部|各|上述|以上|[两二三四五六七八九十\d]个)项目"
)
"""What ends the telling of one project, and speaks of all of them."""
_OWN_SCORE = re.compile(
    r"自评(?:得分?|为|打分|评分)(?:为|是|:)?(?P<score>\d{1,3}(?:\.\d+)?)分(?!钟|[以及]?[上下]|[-~—–至到])"
)
_SCORED = re.compile(r"[^。;,、\d]{0,12}?(?P<score>\d{1,3}(?:\.\d+)?)分(?!钟|[以及]?[上下]|[-~—–至到])")
_MEAN = re.compile(
    r"平均(?:自评|绩效|评价|综合)*(?:得分|分值|分数?|总分)?(?:为|是|:|达|达到)?(?P<score>\d{1,3}(?:\.\d+)?)分(?![以及]?[上下])"
)
_SCORING = re.compile(r"得分|自评|评分|评价")


@dataclass(slots=True)
class Told:
    """A passage in which projects are named."""

    passage: Folded
    mentions: Sequence[Mention]

    def before(self, span: Span) -> tuple[Mention, int, int] | None:
        """Give the project named last before a span in its sentence, where the sentence begins, and where the span stands."""
        text, at = self.passage.text, bisect_left(self.passage.at, span.start)
        start = max((one.end() for one in _SENTENCE.finditer(text, 0, at)), default=0)
        near = [one for one in self.mentions if start <= one.start and one.end <= at]
        if not near or _TOGETHER.search(text, near[-1].end, at):
            return None
        return near[-1], start, at

    def figure(self, figure: ReadFigure) -> ReadFigure:
        """Give a figure as one of its project; as it is where it is of none."""
        found = self.before(figure.span)
        if found is None:
            return replace(figure, project=ALL_PROJECTS) if self._of_all(figure.span) else figure
        mention, start, at = found
        sentence = self.passage.text[start : _end(self.passage.text, at)]
        item = item_of_project(figure, sentence, (mention.start - start, mention.end - start), at - start)
        told = replace(figure, item=item, measure=_measure(figure, item))
        return as_of_project(told, mention.project)

    def own(self, figure: ReadFigure, *, called: bool) -> ReadFigure:
        """Give a figure of a section of its project; its item does not say the project's name again.

        `called`: it does, as it was read.
        """
        text, at = self.passage.text, bisect_left(self.passage.at, figure.span.start)
        start = max((one.end() for one in _SENTENCE.finditer(text, 0, at)), default=0)
        named = [one for one in self.mentions if start <= one.start and one.end <= at]
        first = (named[-1].start - start, named[-1].end - start) if named else (0, 0)
        if figure.known and figure.item not in OF_ALL:
            return figure
        if not (figure.known or called or figure.item.endswith("执行率")):
            return figure
        item = item_of_project(figure, text[start : _end(text, at)], first, at - start)
        return replace(figure, item=item, known=False, measure=_measure(figure, item))

    def claim(self, claim: ReadClaim) -> ReadClaim:
        """Give a claim as one of its project, or of the mean of all; as it is where it is neither."""
        if claim.what == "total" and self._is_mean(bisect_left(self.passage.at, claim.span.start)):
            return replace(claim, what="mean")
        found = self.before(claim.span)
        if found is None or (claim.what == "grade" and self._behind_mean(found[0].end, found[2])):
            return claim
        return replace(claim, project=found[0].project)

    def score(self, paper: Paper, project: str) -> Iterator[ReadClaim]:
        """Yield the score that a paragraph of one project tells in few words."""
        match = _OWN_SCORE.search(self.passage.text)
        if match is not None:
            yield from self._total(paper, match, "total", set(), project)

    def _of_all(self, span: Span) -> bool:
        """Whether the words before a figure say that it is of all projects."""
        text, at = self.passage.text, bisect_left(self.passage.at, span.start)
        start = max((one.end() for one in _SENTENCE.finditer(text, 0, at)), default=0)
        return _TOGETHER.search(text, start, at) is not None

    def more(self, paper: Paper, taken: Sequence[ReadClaim]) -> Iterator[ReadClaim]:
        """Yield the scores that stand right behind projects' names and were not taken for totals, and the mean."""
        text, starts = self.passage.text, {one.span.start for one in taken}
        for one in self.mentions:
            begin = max((each.end() for each in _SENTENCE.finditer(text, 0, one.start)), default=0)
            match = _SCORED.match(text, one.end)
            if match is not None and _SCORING.search(text, begin, match.end("score")):
                yield from self._total(paper, match, "total", starts, one.project)
        for match in _MEAN.finditer(text):
            yield from self._total(paper, match, "mean", starts, None)

    def _total(
        self, paper: Paper, match: re.Match[str], what: str, starts: set[int], project: str | None
    ) -> Iterator[ReadClaim]:
        span = self.passage.span(*match.span("score"))
        if span.start not in starts:
            starts.add(span.start)
            yield ReadClaim(what, match["score"], ClaimKind.SCORE, span, paper.words(span), project=project)

    def _is_mean(self, at: int) -> bool:
        return any(one.start("score") == at for one in _MEAN.finditer(self.passage.text))

    def _behind_mean(self, start: int, end: int) -> bool:
        return _TOGETHER.search(self.passage.text, start, end) is not None


def passages_told(paper: Paper, mentions: Mentions) -> Iterator[tuple[Span, Told]]:
    """Yield the stretches of running text that are read for what they tell of projects, none too long to be looked back in."""
    for block in paper.body:
        if isinstance(block, Paragraph):
            for piece in pieces(fold(paper.text, block.span)):
                if piece.text:
                    yield piece.span(0, len(piece.text)), Told(piece, tuple(mentions.of(piece.text)))


def _measure(figure: ReadFigure, item: str) -> Measure:
    """Give what a figure says of an item that it was not read of at first."""
    return figure.measure if item == figure.own_item else Measure.VALUE


def _end(text: str, at: int) -> int:
    match = _SENTENCE.search(text, at)
    return len(text) if match is None else match.end()
