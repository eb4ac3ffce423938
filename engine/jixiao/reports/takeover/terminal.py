"""Edits in the terminal: each with its cell, what stood there and what stands there now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from rich.console import Console
from rich.text import Text

from jixiao.model.diagnostic import Place
from jixiao.model.takeover import Edit, Takeover
from jixiao.reports.page.width import reading_width
from jixiao.reports.page.wrap import wrap

INDENT = 4
MAX_SHOWN = 200
"""Most characters of a text that are shown; the file has all of them."""


def render_takeover(taken: Takeover, file: str, console: Console) -> None:
    """Print the edits, and how many lines of a file they change."""
    width = reading_width(console.width)
    for line in _lines(taken, file, width):
        console.print(line, soft_wrap=True, highlight=False)


def _lines(taken: Takeover, file: str, width: int) -> Iterator[Text]:
    groups = _grouped(taken.edits)
    yield Text(f"改了 {len(groups)} 处：", "bold")
    for group in groups:
        first = group[0]
        more = f"，连同以下共 {len(group)} 项指标" if len(group) > 1 else ""
        cell = _cell(first.place)
        for line in wrap(f"{f'[{cell}] ' if cell else ''}{first.what}{more}", width):
            yield Text(line)
        for label, text in (("原", first.old), ("现", first.new)):
            if text:
                for line in wrap(f"{label}：{_shown(text)}", width - INDENT):
                    yield Text(" " * INDENT + line)
    yield Text(lines_changed(taken, file))


def lines_changed(taken: Takeover, file: str) -> str:
    """Say how many lines of a file change."""
    old, new = taken.before.splitlines(), taken.after.splitlines()
    changed = added = gone = 0
    for what, start, end, other_start, other_end in SequenceMatcher(
        None, old, new, autojunk=False
    ).get_opcodes():
        if what != "equal":
            both = min(end - start, other_end - other_start)
            changed += both
            gone += end - start - both
            added += other_end - other_start - both
    parts = ((changed, "改"), (added, "添"), (gone, "删"))
    said = "、".join(f"{word} {count} 行" for count, word in parts if count)
    return f"{file}：{said or '一行不动'}"


def _grouped(edits: Sequence[Edit]) -> list[list[Edit]]:
    """Put together edits of one merged cell: a category that is called otherwise is so for all its indicators."""
    groups: list[list[Edit]] = []
    for one in edits:
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and _cell(one.place)
            and one.place == last.place
            and _kind(one) == _kind(last) == "归类"
        ):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _kind(edit: Edit) -> str:
    return edit.what.rpartition("的")[2]


def _cell(place: Place) -> str:
    return f"{place.sheet} {place.cell}".strip()


def _shown(text: str) -> str:
    line = " ⏎ ".join(text.split("\n"))
    return line if len(line) <= MAX_SHOWN else f"{line[:MAX_SHOWN]}…"
