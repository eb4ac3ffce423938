"""A simulation as a page that stands alone, for a meeting to look at."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from jixiao import __version__
from jixiao.model.simulation import Moves, Simulation, Standing, Variant
from jixiao.quantity import points_text
from jixiao.reports.page.html import element, page
from jixiao.reports.simulate.plots import Column, Named, grades_key, grades_svg, scores_svg, spread_svg
from jixiao.reports.simulate.words import (
    BASE,
    crossings_text,
    gain_text,
    heading_of,
    legend_of,
    letters_of,
    losses_text,
    mean_text,
    moved_text,
    moves_text,
    notes_of,
    refusals_of,
    short_name,
)

MAX_DRAWN = 200
"""Most variants drawn side by side."""
MAX_TOLD = 12
"""Most variants of which everything is told: those that change the mean most."""
MAX_LISTED = 2_000
"""Most variants in the table; JSON holds them all."""


def render_simulation_page(found: Simulation) -> str:
    """Give the page of a simulation."""
    title = "方案测算"
    body = [
        element(
            "header", element("h1", title), element("p", heading_of(found)), *map(_note, notes_of(found))
        ),
        element("main", _legend(found), *_found(found), *_refused(found)),
        element("footer", element("p", f"jixiao {__version__} 生成。")),
    ]
    return page(title, body)


def _note(text: str) -> Element:
    return element("p", text, class_="meta")


def _legend(found: Simulation) -> Element:
    items = [element("li", line) for line in legend_of(found)]
    return element("section", element("h2", "变的地方"), element("ul", *items, class_="notes"))


def _found(found: Simulation) -> Iterator[Element]:
    base = found.base
    if base is None:
        return
    letters = letters_of(found)
    named = [Column(BASE, BASE, base)]
    named += [
        Column(str(one.number), short_name(one, letters), one.standing)
        for one in found.ran
        if one.standing is not None
    ]
    yield _scores(named[: MAX_DRAWN + 1], len(named) - 1)
    yield _grades(named[: MAX_DRAWN + 1])
    yield _table(found, base)
    yield from _told(found, base)


def _scores(named: Named, count: int) -> Element:
    said = "各方案的得分：竖线是中间八成的行，方框是中间一半，横线是平均分，虚线是原表的平均分"
    more = f"只画前 {MAX_DRAWN} 个方案，共 {count} 个。" if count > MAX_DRAWN else ""
    caption = element("figcaption", f"{said}。横轴是方案的序号。{more}")
    return element("section", element("h2", "得分"), element("figure", scores_svg(named, said), caption))


def _grades(named: Named) -> Element:
    said = "各方案里每个等级的行所占的比例"
    names = [name for name, _ in named[0].standing.grades]
    caption = element("figcaption", f"{said}，最好的在最下面。", *grades_key(names))
    return element("section", element("h2", "等级"), element("figure", grades_svg(named, said), caption))


def _table(found: Simulation, base: Standing) -> Element:
    letters = letters_of(found)
    grades = [name for name, _ in base.grades]
    heads = ("序号", "方案", "满分", "平均分", "变化", "加分", "减分", *grades, "未定", "换等级")
    head = element("thead", element("tr", *(element("th", one, scope="col") for one in heads)))
    rows = [_row("", BASE, base, None)]
    rows += [
        _row(str(one.number), short_name(one, letters), one.standing, one.moves)
        for one in found.ran[:MAX_LISTED]
        if one.standing is not None
    ]
    table = element("table", head, element("tbody", *rows), class_="listed figures")
    wide = element("div", table, class_="wide", tabindex="0", role="region", aria_label="各方案的结果")
    return element("section", element("h2", "各方案"), wide)


def _row(number: str, name: str, standing: Standing, moves: Moves | None) -> Element:
    told = ["", "", ""] if moves is None else [gain_text(moves), f"{moves.up:,}", f"{moves.down:,}"]
    figures = [points_text(standing.full), mean_text(standing.mean), *told]
    figures += [f"{rows:,}" for _, rows in standing.grades]
    figures += [f"{standing.ungraded:,}", "" if moves is None else f"{moves.graded:,}"]
    cells = [element("td", number, class_="figure"), element("th", name, scope="row")]
    return element("tr", *cells, *(element("td", one, class_="figure") for one in figures))


def _told(found: Simulation, base: Standing) -> Iterator[Element]:
    """Tell everything of the variants that change most."""
    letters = letters_of(found)
    most = sorted(found.ran, key=lambda one: -_change(one))[:MAX_TOLD]
    if not most:
        return
    parts = [_variant(one, base, found, letters) for one in most]
    heading = "逐个看" if len(found.ran) <= MAX_TOLD else f"变化最大的 {MAX_TOLD} 个方案"
    yield element("section", element("h2", heading), *parts)


def _change(one: Variant) -> float:
    return 0.0 if one.moves is None else float(max(abs(end) for end in one.moves.gain))


def _variant(one: Variant, base: Standing, found: Simulation, letters: dict[str, str]) -> Element:
    assert one.standing is not None
    assert one.moves is not None
    lines = [moves_text(one.moves), crossings_text(one.moves), losses_text(one, base)]
    is_open = one.standing.settled < one.standing.rows or base.settled < base.rows
    said = f"{'最低得分' if is_open else '得分'}的分布（行）：每档左边是原表，右边是方案"
    figure = element(
        "figure", spread_svg(base, one.standing, found.step, said), element("figcaption", said, *_sides())
    )
    moved = [element("li", moved_text(row)) for row in one.moves.first]
    return element(
        "article",
        element("h3", short_name(one, letters)),
        element("p", one.name, class_="meta"),
        *(element("p", line) for line in lines if line),
        figure,
        element("h4", "先变的几行") if moved else None,
        element("ul", *moved, class_="notes") if moved else None,
    )


def _sides() -> Iterator[Element]:
    for kind, name in (("before", "原表"), ("after", "方案")):
        sample = element("rect", x="0.5", y="0.5", width="33", height="11", class_=f"part {kind}")
        drawing = element("svg", sample, viewBox="0 0 34 12", class_="key", aria_hidden="true")
        yield element("span", drawing, name)


def _refused(found: Simulation) -> Iterator[Element]:
    if not found.refused:
        return
    letters = letters_of(found)
    lines = []
    for why, variants in refusals_of(found):
        named = "、".join(short_name(one, letters) for one in variants[:MAX_TOLD])
        more = f" 等 {len(variants)} 个" if len(variants) > MAX_TOLD else ""
        lines.append(element("li", f"{named}{more}：{why}"))
    heading = element("h2", f"不成立的 {len(found.refused)} 个方案")
    yield element("section", heading, element("ul", *lines, class_="notes"))
