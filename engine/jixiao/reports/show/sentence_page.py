"""One sentence as understood, in a page: words, drawing, tables; or where reading stopped."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from jixiao.model.portrait import Misread, Portrait
from jixiao.model.rewording import rewording_told
from jixiao.reports.draw.pieces import choice_heading, choice_points
from jixiao.reports.page.html import element
from jixiao.reports.show.graph_page import drawn, table
from jixiao.reports.show.sentence_lines import near_text, remarks
from jixiao.reports.show.term_page import term_parts
from jixiao.reports.show.term_words import asked_of, idle_text


def standard_parts(
    label: str, sentence: str, understood: Portrait | Misread, name: str, number: int, computed: str = ""
) -> Iterator[Element]:
    """Yield a sentence as issued, and what the machine makes of it; `computed`: what a formula works out."""
    yield element("h4", label)
    if isinstance(understood, Misread):
        yield from _misread(understood)
        return
    yield element("blockquote", sentence)
    yield element("h4", f"机器理解：{understood.form_name}")
    yield element("p", understood.canonical, class_="canonical")
    notes = [
        element("li", f"{kind}：{text}")
        for kind, text in (*remarks(understood), *asked_of(understood, computed))
    ]
    notes += [element("li", idle_text(understood))] if understood.remarks else []
    if notes:
        yield element("ul", *notes, class_="remarks")
    if understood.adds_up:
        yield from term_parts(understood, name, str(number), computed)
    elif understood.graph is not None:
        yield drawn(understood.graph, name, str(number))
    elif understood.choices:
        kind = "items" if understood.takes == "met" else "choices"
        choices = table("", choice_heading(understood), _choices(understood), kind)
        yield element("div", choices, class_="tables")


def _choices(portrait: Portrait) -> list[tuple[str, ...]]:
    """Write the choices, items numbered as ratings name them."""
    numbered = portrait.takes == "met"
    return [
        (f"{number}. {one.words}" if numbered and not one.cost else one.words, choice_points(one))
        for number, one in enumerate(portrait.choices, start=1)
    ]


def _misread(misread: Misread) -> Iterator[Element]:
    start = misread.position
    end = max(start + misread.length, start + 1)
    sentence = misread.sentence
    marked = element("mark", sentence[start:end] or "▲")
    yield element("blockquote", sentence[:start], marked, sentence[end:])
    near = [element("li", near_text(one)) for one in misread.near]
    yield element(
        "div",
        element("p", f"看不懂：{misread.message}"),
        element("p", f"已读懂：{misread.understood}") if misread.understood else None,
        element("p", rewording_told(misread.sentence, misread.reworded)) if misread.reworded else None,
        *([element("p", "相近的写法："), element("ul", *near)] if near else []),
        class_="problem",
    )
