"""What a code of a finding means, on a terminal."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from jixiao.reports.page.wrap import wrap

MAX_WIDTH = 100
HOW_TO_SET_ASIDE = (
    "已核实、不再追究的，在案例里写“处置”，疑点就另计；数变了或过了期限，会重新列出：",
    "处置:",
    "  - {代码: %s, 指纹: '疑点后面印出的八位', 理由: …, 处置人: …, 期限: 2026-12-31}",
)
"""The last lines of every page."""


def render_code(code: str, title: str, meaning: str, settle: str, console: Console) -> None:
    """Print the page of a code: what was found, how to settle it, how to set it aside."""
    width = min(console.width, MAX_WIDTH)
    console.print(Text(f"{code}　{title}", "bold"), soft_wrap=True, highlight=False)
    for label, text in (("是什么", meaning), ("怎么办", settle)):
        lines = wrap(text, width - 8)
        for place, line in enumerate(lines):
            head = f"{label}  " if place == 0 else " " * 8
            console.print(Text(head + line), soft_wrap=True, highlight=False)
    explained, *example = HOW_TO_SET_ASIDE
    for place, line in enumerate(wrap(explained, width - 8)):
        console.print(Text(("处置    " if place == 0 else " " * 8) + line), soft_wrap=True, highlight=False)
    for line in example:
        text = line % code if "%s" in line else line
        console.print(Text(" " * 8 + text), soft_wrap=True, highlight=False)
