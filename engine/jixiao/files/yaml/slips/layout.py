"""How lines stand below each other: shifted, wrapped, pasted, or without their heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.files import messages
from jixiao.files.yaml.slips.slip import BEGINNING, KEY, Lines, Slip, before, indentation, is_content
from jixiao.model.messages import Bounded, filled

MODELINE = "yaml-language-server"
"""What the first line of a file tells an editor; no text goes on from there."""
MAX_LEVELS = 6
"""Most indentations that a line is tried with."""

_HEADING = re.compile(rf"# ?( *)({KEY}):\s*(?:#.*)?$")
"""A key with nothing behind it that is commented out."""
_PAIR = re.compile(rf"( *)((?:- +)?)({KEY})(?:[ \t]*[=＝][ \t]*|[ \t]+)(\S.*)")
_REMARKS = ("//", "＃", '"', "'")
"""How people begin a remark elsewhere; and quotation marks, behind which no key begins here."""
_FIGURE = re.compile(r"-?[\d,]+(?:\.\d+)?")


def commented_heading(lines: Lines, number: int) -> Iterator[Slip]:
    """Yield the lines with the nearest heading above this one, which is still commented out."""
    line = lines[number]
    indent = indentation(line)
    if not indent or not is_content(line):
        return
    for above in range(number - 1, -1, -1):
        heading = _HEADING.match(lines[above])
        if heading is not None and len(heading[1]) < indent:
            message = filled(messages.COMMENTED_HEADING, key=heading[2], line=above + 1)
            yield Slip(number, indent, message, {above: f"{heading[1]}{heading[2]}:"})
            return
        if is_content(lines[above]):
            return


def shifted(lines: Lines, number: int) -> Iterator[Slip]:
    """Yield a line with the indentations of those above it, the nearest first."""
    line = lines[number]
    indent = indentation(line)
    if not _begins(line):
        return
    if _is_below_a_stray(lines, number):
        return
    levels: dict[int, int] = {}
    for above in before(lines, number):
        if _begins(lines[above]):
            levels.setdefault(indentation(lines[above]), above)
        if len(levels) == MAX_LEVELS or not indentation(lines[above]):
            break
    for wanted, above in sorted(levels.items(), key=lambda level: abs(level[0] - indent)):
        if wanted != indent:
            key = lines[above].strip().partition(":")[0]
            message = filled(messages.SHIFTED, found=indent, wanted=wanted, key=key, line=above + 1)
            yield Slip(number, indent, message, {number: " " * wanted + line.lstrip()})


def _begins(line: str) -> bool:
    """Whether a line begins with a key or a dash, so that others may stand as far in."""
    return BEGINNING.match(line) is not None or line.lstrip().startswith("- ")


def _is_below_a_stray(lines: Lines, number: int) -> bool:
    """Whether a line stands as far in as the last but one above it, and the last one does not: that one is shifted."""
    above = [lines[one] for one, _ in zip(before(lines, number), range(2), strict=False)]
    if len(above) < 2 or above[0].rstrip().endswith(":"):
        return False
    return indentation(above[1]) == indentation(lines[number]) > indentation(above[0])


def missing_colon(lines: Lines, number: int) -> Iterator[Slip]:
    """Yield a line of two words with a colon behind the first."""
    found = _PAIR.match(lines[number])
    if found is not None and "\t" not in lines[number].strip() and not found[3].startswith(_REMARKS):
        mended = f"{found[1]}{found[2]}{found[3]}: {found[4]}"
        message = filled(messages.MISSING_COLON, mended=f"{found[3]}: {found[4]}")
        yield Slip(number, found.end(3), message, {number: mended})


def wrapped(lines: Lines, number: int) -> Iterator[Slip]:
    """Yield a line that goes on with the text above it, further in than its key; with those before it that do."""
    run: list[int] = []
    for at in (number, *before(lines, number)):
        key = BEGINNING.match(lines[at])
        if key is not None:
            break
        run.insert(0, at)
    else:
        return
    if key[3] == MODELINE:
        return
    margin = len(key[1] + key[2])
    stray = [at for at in run if indentation(lines[at]) <= margin]
    if key[4] is None or not stray or any(lines[at].lstrip().startswith(("- ", "{", "[")) for at in run):
        return
    message = filled(messages.WRAPPED, key=key[3], line=at + 1)
    mended = {one: " " * (margin + 2) + lines[one].strip() for one in stray}
    yield Slip(stray[0], indentation(lines[stray[0]]), message, mended)


def note(lines: Lines, number: int) -> Iterator[Slip]:
    """Yield a line of words without any key as the comment that it was."""
    line = lines[number]
    if _begins(line) or line.lstrip(" ").startswith(("{", "[", "]", "}", "\t", '"', "'")):
        return
    yield Slip(number, indentation(line), messages.NOTE, {number: f"# {line}"})


def pasted(lines: Lines, number: int) -> Iterator[Slip]:
    """Yield a row of a worksheet, cells between tabs, as a figure is written."""
    cells = [cell.strip() for cell in lines[number].strip().split("\t") if cell.strip()]
    if len(cells) < 2 or not _FIGURE.fullmatch(cells[1]):
        return
    keys = ("值", "单位", "出处")
    inner = ", ".join(
        f"{key}: {cell}" for key, cell in zip(keys, (*cells[1:4], *keys[len(cells) - 1 :]), strict=False)
    )
    example = f"{cells[0]}: {{{inner}}}"
    indent = indentation(lines[number]) or 2
    message = filled(messages.PASTED, example=Bounded(example[:80]))
    yield Slip(
        number, len(lines[number]) - len(lines[number].lstrip()), message, {number: " " * indent + example}
    )
