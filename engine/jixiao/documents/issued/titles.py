"""What stands above the heads of a part: the title of its table, the head of a section, lines of a form."""

from __future__ import annotations

import re

from jixiao.dataclass import dataclass
from jixiao.documents.issued.gather import FORM, Gathering
from jixiao.documents.issued.grid import Cell, Line
from jixiao.documents.issued.ledger import Ledger
from jixiao.documents.issued.parts import Part
from jixiao.documents.issued.signs import extra_of, is_signed
from jixiao.documents.issued.texts import is_section
from jixiao.model.issued import Piece, Use

ABOVE = "表头上面的文字，不是指标"
MAX_TITLE = 60
"""Longest title of a table."""
MAX_LINES = 6
"""How many paragraphs above a table may be its title."""
_ANNEX = re.compile(r"^附[件表]\s*[一二三四五六七八九十\d-]*[:：.、]")
_TITLE = re.compile(
    r"(?:指标|评分|评价|考核|考评|自评|绩效|计分|打分).*(?:表|标准|办法|体系|细则|评分|评价|方案)"
)


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the heads of a part: its title, and every text."""

    title: Piece | None
    texts: tuple[str, ...]


def above(part: Part, gathering: Gathering, ledger: Ledger) -> Heading:
    """Read what stands above a part, and begin the section that is named above its heads."""
    cells = [cell for row in part.above for cell in row]
    lines: list[Cell | Line] = [*part.before[-MAX_LINES:], *cells]
    title = next((one for one in reversed(lines) if is_title(one.text)), None)
    for cell in cells:
        text = re.sub(r"\s+", "", cell.text)
        if cell is title:
            ledger.take(cell, Use.TITLE)
        elif is_signed(text):
            ledger.leave(cell, Use.OUTSIDE, FORM)
        elif len(text) <= MAX_TITLE and (extra_of(text) or is_section(text)):
            gathering.section(cell)
        else:
            ledger.leave(cell, Use.OUTSIDE, ABOVE)
    for line in part.before[-MAX_LINES:]:
        if line is title:
            ledger.line(line, Use.TITLE)
        elif extra_of(line.text) and len(line.text) <= MAX_TITLE and line is part.before[-1]:
            gathering.section(line)
    texts = tuple(one.text for one in lines)
    return Heading(None if title is None else Piece(plain_title(title.text), (title.place,)), texts)


def plain_title(text: str) -> str:
    """Give a title without blanks, and without 附件2： before it."""
    return _ANNEX.sub("", re.sub(r"\s+", "", text))


def is_title(text: str) -> bool:
    """Whether a text names a scoring table."""
    plain = plain_title(text)
    return len(plain) <= MAX_TITLE and bool(_TITLE.search(plain)) and not re.search(r"[。；;:：]", plain[:-1])
