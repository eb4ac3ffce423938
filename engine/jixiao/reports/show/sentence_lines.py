"""One sentence as understood, in the terminal: words, tables, curve."""

from __future__ import annotations

from collections.abc import Iterator

from rich.text import Text

from jixiao.model.portrait import Asked, Misread, NearForm, Portrait
from jixiao.model.rewording import rewording_told
from jixiao.reports.draw.pieces import piece_tables
from jixiao.reports.page.caret import caret_lines
from jixiao.reports.page.labelled import LABEL, indented, labelled
from jixiao.reports.page.wrap import wrap
from jixiao.reports.show.graph_lines import graph_lines
from jixiao.reports.show.term_lines import term_lines
from jixiao.reports.show.term_words import asked_of, idle_text


def understood_lines(
    portrait: Portrait, width: int, *, curve: bool = True, computed: str = ""
) -> Iterator[Text]:
    """Give how a sentence is understood: canonical words, readings, what it asks for, tables and curves.

    `computed`: the input that a formula works out.
    """
    yield from labelled("写法", portrait.form_name, width)
    yield from labelled("机器理解", portrait.canonical, width)
    for label, text in (*remarks(portrait), *asked_of(portrait, computed)):
        yield from labelled(label, text, width)
    if portrait.remarks:
        yield from map(Text, wrap(idle_text(portrait), width))
    if portrait.adds_up:
        yield from term_lines(portrait, width, curve=curve, computed=computed)
        return
    yield Text()
    yield from indented(piece_tables(portrait, width - LABEL))
    if curve and portrait.graph is not None:
        yield Text()
        yield from indented(graph_lines(portrait.graph, width - LABEL))


def remarks(portrait: Portrait) -> Iterator[tuple[str, str]]:
    """Yield how the sentence is read where it could be read otherwise, each with a label."""
    for asked in portrait.asked:
        if asked.matters:
            yield "口径", _asked(asked)


def _asked(asked: Asked) -> str:
    if asked.source == "open":
        return f"{asked.name}：没有写明，各种读法都算（{'、'.join(one for one in asked.values if one != '报错')}）"
    origin = {"given": "", "settled": "（句中已写明）", "default": "（没有写明，按通常读法）"}
    return f"{asked.name}：{asked.value}{origin[asked.source]}"


def misread_lines(misread: Misread, width: int) -> Iterator[Text]:
    """Give where a sentence stops being understood, and the forms that come near."""
    for line in wrap(misread.message, width):
        yield Text(line, "bold red")
    sentence, carets = caret_lines(misread.sentence, misread.position, misread.length, width - 2)
    yield Text(f"  {sentence}")
    yield Text(f"  {carets}", "bold red")
    told = [f"已读懂：{misread.understood}"] if misread.understood else []
    if misread.reworded:
        told.append(rewording_told(misread.sentence, misread.reworded))
    yield from (Text(line) for one in told for line in wrap(one, width))
    if misread.near:
        yield Text("相近的写法：")
        for near in misread.near:
            for line in wrap(near_text(near), width - 2):
                yield Text(f"  {line}")


def near_text(near: NearForm) -> str:
    """Write a form that comes near, with its example."""
    return f"{near.form_name}：{near.example}" if near.form else near.example
