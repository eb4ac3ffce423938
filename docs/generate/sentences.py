"""Examples of sentences as a page shows them: what the engine reads, scores and refuses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from generate.markdown import quote, table
from jixiao.analysis.portraits.answer import answer
from jixiao.language.error import LanguageError
from jixiao.model.evaluation import Result
from jixiao.model.portrait import Portrait
from jixiao.reports.draw.pieces import shortened
from jixiao.reports.draw.values import number_text, piece_rows
from jixiao.scoring.scale.said import RatingError
from jixiao.scoring.sentence.standard import Standard
from shared.sentences.examples import LEFT_OUT, REFUSED, Example, is_fact, result_of

_AT = {
    "value": "数值", "level": "等次", "met": "达到的条目", "count": "次数", "answer": "回答", "deduction": "扣分", "given": "得分",
    "several": "各样",
}  # fmt: skip
MIN_READINGS = 2
FEWEST_PIECES = 2
"""A table of fewer pieces says no more than the sentence."""


def accepted(examples: Iterable[Example]) -> Iterator[str]:
    """Yield each sentence with what the machine reads in it and what it scores."""
    for example in examples:
        standard = example.standard()
        yield f"### {quote(example.title)}"
        yield f"> {quote(example.text)}"
        yield _terms(example)
        yield f"机器读作：{quote(standard.canonical())}"
        rows = [_row(example, standard, at) for at in example.at]
        yield table((_AT[standard.form.takes], "得分", "说明"), rows)
        yield from _pieces(example)


def refused(examples: Iterable[Example]) -> Iterator[str]:
    """Yield each sentence that is refused, the words it is refused with, and how to mend it."""
    for example in examples:
        try:
            example.standard()
        except LanguageError as error:
            where = example.text[error.position : error.position + error.length]
            cited = f"（第{error.position + 1}字起“{quote(where)}”）" if where else ""
            yield f"### {quote(example.title)}"
            yield f"> {quote(example.text)}"
            yield f"{_terms(example)}机器的回答：{quote(error.message)}{cited}。"
            yield f"改成：{quote(example.mend)}"


def _terms(example: Example) -> str:
    readings = "，".join(f"{name}为{value}" for name, value in example.reading.items())
    said = f"口径：{readings}。" if readings else ""
    return f"指标“{quote(example.name.strip('“”'))}”，{number_text(example.points)}分。{said}"


def _row(example: Example, standard: Standard, at: str) -> tuple[str, str, str]:
    if example.at[at] == REFUSED:
        return quote(at), "不接受", _refusal(example, at)
    result = result_of(example, at)
    shown = f"{quote(at)}（事实成立）" if is_fact(standard, at) else quote(at)
    score = "不计入总分" if example.at[at] == LEFT_OUT else _score(result.low, result.high)
    return shown, score, quote(_explanation(result))


def _explanation(result: Result) -> str:
    """Give the explanation a reviewer reads; of several readings, what each gives."""
    if result.low == result.high or len(result.alternatives) < MIN_READINGS:
        return str(result.explanation)
    return "；".join(f"{one.assumption}得{_score(one.low, one.high)}分" for one in result.alternatives) + "。"


def _refusal(example: Example, at: str) -> str:
    try:
        result_of(example, at)
    except RatingError as error:
        return quote(f"{error}。")
    raise AssertionError(f"{example}: {at}")


def _score(low: Fraction, high: Fraction) -> str:
    return number_text(low) if low == high else f"{number_text(low)}～{number_text(high)}"


def _pieces(example: Example) -> Iterator[str]:
    """Yield the table of pieces, folded away, where the score is a function of the value."""
    portrait = answer(example.text, example.points, example.name, example.reading).understood
    assert isinstance(portrait, Portrait)
    graph = portrait.graph
    if graph is None or not graph.hull.straight or portrait.takes != "value":
        return
    rows = [(row.start, row.end, row.points) for row in piece_rows(graph.hull, graph.unit, whole=graph.whole)]
    if len(rows) > FEWEST_PIECES:
        cells = [tuple(quote(cell) for cell in row) for row in shortened(rows)]
        body = table(("数值从", "到", "得分"), cells)
        yield f"<details><summary>分段</summary>\n\n{body}\n\n</details>"
