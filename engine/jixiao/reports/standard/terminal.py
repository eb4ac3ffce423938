"""The answer of `jixiao standard` as policy staff read it on a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from jixiao.model.answer import Answer, AtScore
from jixiao.model.portrait import Misread
from jixiao.reports.draw.values import number_text, span_text
from jixiao.reports.page.labelled import labelled
from jixiao.reports.page.width import MAX_WIDTH, MIN_WIDTH
from jixiao.reports.page.wrap import wrap
from jixiao.reports.show.sentence_lines import misread_lines, understood_lines

MAX_AT = 24
"""A longer value stands on a line of its own."""
GAP = 2


def render_standard(answer: Answer, console: Console) -> None:
    """Print what is understood and scored, or where the sentence stops being understood."""
    width = max(MIN_WIDTH, min(console.width, MAX_WIDTH))
    for line in _lines(answer, width):
        console.print(line, soft_wrap=True, highlight=False)


def _lines(answer: Answer, width: int) -> Iterator[Text]:
    understood = answer.understood
    if isinstance(understood, Misread):
        yield from misread_lines(understood, width)
        return
    if answer.name:
        yield from labelled("指标", answer.name, width)
    yield from labelled("分值", f"{number_text(understood.points)}分", width)
    yield from labelled("评分标准", answer.sentence, width)
    if understood.rounding:
        yield from labelled("舍入", f"得分{understood.rounding}", width)
    yield from understood_lines(understood, width, curve=False)
    if answer.scores:
        yield Text()
        yield from _scores(answer.scores, width)


def _scores(scores: tuple[AtScore, ...], width: int) -> Iterator[Text]:
    """Give each value with its score, and under it how the score comes about."""
    room = min(max(cell_len(one.at) for one in scores), MAX_AT)
    for scored in scores:
        at, *more = wrap(scored.at, room)
        result = _result(scored)
        line = Text(at, "bold").append(" " * (room - cell_len(at) + GAP))
        yield line.append(result, "bold red" if scored.error else "bold")
        yield from (Text(part, "bold") for part in more)
        for text in [scored.error] if scored.error else _ways(scored):
            yield from (Text(" " * (room + GAP) + part) for part in wrap(text, width - room - GAP))


def _result(scored: AtScore) -> str:
    if scored.error:
        return "不能核算"
    return "不计入" if scored.left_out else f"{span_text(scored.low, scored.high)}分"


def _ways(scored: AtScore) -> Iterator[str]:
    for way in scored.ways:
        yield f"（{way.reading}）{way.explanation}" if way.reading else way.explanation
