"""One sentence as understood, in a page: words, drawing, tables; or where reading stopped."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from jixiao.model.portrait import Misread, Portrait
from jixiao.model.rewording import rewording_told
from jixiao.reports.draw.pieces import (
    PIECE_HEADING,
    choice_heading,
    choice_points,
    curve_rows,
    sample_rows,
    shortened,
)
from jixiao.reports.draw.svg import curve_svg
from jixiao.reports.page.html import element
from jixiao.reports.show.sentence_lines import is_shaded, near_text, remarks

MAX_ROWS = 40
"""A longer table is shown by its first and last rows."""


def standard_parts(
    label: str, sentence: str, understood: Portrait | Misread, name: str, number: int
) -> Iterator[Element]:
    """Yield a sentence as issued, and what the machine makes of it."""
    yield element("h4", label)
    if isinstance(understood, Misread):
        yield from _misread(understood)
        return
    yield element("blockquote", sentence)
    yield element("h4", f"机器理解：{understood.form_name}")
    yield element("p", understood.canonical, class_="canonical")
    notes = [element("li", f"{kind}：{text}") for kind, text in remarks(understood)]
    if notes:
        yield element("ul", *notes, class_="remarks")
    drawing = curve_svg(understood, name, number)
    tables = element("div", *_tables(understood), class_="tables")
    if drawing is None:
        yield tables
        return
    figure = element("figure", drawing, element("figcaption", *_legend(understood)))
    several = len(understood.curves) > 1
    yield element("div", figure, tables, class_="views several" if several else "views")


def _legend(portrait: Portrait) -> Iterator[Element]:
    """Yield what the lines and the shade are, where there is more than one line."""
    several = len(portrait.curves) > 1
    for place, curve in enumerate(portrait.curves if several else ()):
        line = element("line", x1="0", y1="6", x2="34", y2="6", class_=f"curve c{place % 6 + 1}")
        yield _key(line, curve.reading)
    if is_shaded(portrait) and not portrait.dotted:
        shade = element("rect", x="0", y="0", width="34", height="12", class_="band")
        yield _key(shade, "得分是一个范围")


def _key(sample: Element, text: str) -> Element:
    drawing = element("svg", sample, viewBox="0 0 34 12", class_="key", aria_hidden="true")
    return element("span", drawing, text)


def _tables(portrait: Portrait) -> Iterator[Element]:
    if portrait.choices:
        kind = "items" if portrait.takes == "met" else "choices"
        yield _table("", choice_heading(portrait), _choices(portrait), kind)
    elif portrait.samples:
        caption = "举几个数值："
        yield _table(caption, ("数值", "得分"), sample_rows(portrait), "samples")
    else:
        for curve in portrait.curves:
            rows = shortened(curve_rows(portrait, curve), MAX_ROWS)
            yield _table(curve.reading, PIECE_HEADING, rows, "pieces")


def _choices(portrait: Portrait) -> list[tuple[str, ...]]:
    """Write the choices, items numbered as ratings name them."""
    numbered = portrait.takes == "met"
    return [
        (f"{number}. {one.words}" if numbered and not one.cost else one.words, choice_points(one))
        for number, one in enumerate(portrait.choices, start=1)
    ]


def _table(caption: str, heading: tuple[str, ...], rows: list[tuple[str, ...]], kind: str) -> Element:
    head = element("tr", *(element("th", cell, scope="col") for cell in heading))
    body = [element("tr", *(element("td", cell) for cell in row)) for row in rows]
    return element(
        "table",
        element("caption", caption) if caption else None,
        element("thead", head),
        element("tbody", *body),
        class_=kind,
    )


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
