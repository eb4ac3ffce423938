"""Paragraphs and cells of a paper, folded once for everything that looks for what is odd."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.dataclass import dataclass
from jixiao.documents.figures.folded import MAX_PASSAGE, Folded, fold, pieces
from jixiao.documents.paper import Paper, Paragraph
from jixiao.language.span import Span

_MARK = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十\d]{1,3}\)|\d{1,2}[、.](?=(?:19|20)\d\d年|\D)|[①-⑳])+"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or a cell: as it stands, and folded."""

    words: str
    span: Span
    folded: Folded
    is_prose: bool

    @property
    def text(self) -> str:
        """Its folded text."""
        return self.folded.text

    def quote(self, span: Span) -> str:
        """Give the text of a span of the paper that lies within it."""
        return self.words[span.start - self.span.start : span.end - self.span.start]


def passages_of(paper: Paper) -> Iterator[Passage]:
    """Yield the passages of a paper in their order."""
    for block in paper.body:
        is_prose = isinstance(block, Paragraph)
        for span in [block.span] if isinstance(block, Paragraph) else [cell.span for cell in block.cells]:
            folded = fold(paper.text, span)
            if len(folded.text) <= MAX_PASSAGE:
                yield Passage(paper.words(span), span, folded, is_prose)
                continue
            for piece in pieces(folded):
                inside = piece.span(0, len(piece.text))
                yield Passage(paper.words(inside), inside, piece, is_prose)


def behind_mark(text: str, start: int) -> int:
    """Give where a folded sentence begins behind the number of its section."""
    mark = _MARK.match(text, start)
    return mark.end() if mark else start
