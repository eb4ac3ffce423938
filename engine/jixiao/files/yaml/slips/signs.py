"""Signs of full width, or without the blank behind them, where YAML wants its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from jixiao.files import messages
from jixiao.files.yaml.slips.slip import KEY, Lines, Slip
from jixiao.model.messages import Bounded, filled

_WIDE_COLON = re.compile(rf"(?P<before>(?:^|[{{,，]) *(?:- +)?{KEY} *)：\s*")
_TIGHT_COLON = re.compile(rf"(?P<before>(?:^|[{{,，]) *(?:- +)?{KEY}):(?=[^\s:/\\])")
_WIDE_COMMA = re.compile(rf"，\s*(?={KEY}\s*[:：])")
_OTHER_COMMA = re.compile(rf"[、；;]\s*(?={KEY}\s*[:：])")
WIDE_BRACKETS = {"｛": "{", "［": "[", "【": "["}
"""Signs by which a list or mapping in wide brackets begins, with those of YAML."""
_BRACES = {**WIDE_BRACKETS, "｝": "}", "］": "]", "】": "]"}
_BRACE = re.compile("[｛｝［］【】]")
_COMMENT = re.compile(r"\s+#")
_UNOPENED = re.compile(rf"(?: *(?:- +)?)(?:{KEY}: +)?(?P<inner>{KEY}: [^{{}}]*\}})\s*(?:#.*)?$")
_OPEN_QUOTE = re.compile(r"(?:: |- |[\[{,] )(?P<mark>[\"'])[^\"']*$")
_QUOTED = re.compile(r"(?<=[:,\[] )[“‘](?P<text>[^“”‘’]*)[”’]")


def wide_colon(lines: Lines, number: int) -> Iterator[Slip]:
    """Yield what a line is with the colons of YAML behind its keys."""
    yield from _replaced(lines, number, _WIDE_COLON, r"\g<before>: ", messages.WIDE_COLON)


def tight_colon(lines: Lines, number: int) -> Iterator[Slip]:
    """Yield what a line is with a blank behind each colon."""
    yield from _replaced(lines, number, _TIGHT_COLON, r"\g<before>: ", messages.TIGHT_COLON)


def wide_comma(lines: Lines, number: int) -> Iterator[Slip]:
    """Yield what a line is with commas of YAML between keys and values in braces."""
    if "{" in lines[number]:
        yield from _replaced(lines, number, _WIDE_COMMA, ", ", messages.WIDE_COMMA)
        yield from _replaced(lines, number, _OTHER_COMMA, ", ", messages.OTHER_COMMA)


def wide_brace(lines: Lines, number: int) -> Iterator[Slip]:
    """Yield what a line is with the brackets of YAML."""
    line = lines[number]
    found = _BRACE.search(line)
    if found is not None:
        message = messages.WIDE_BRACE.format(sign=found[0], mended=_BRACES[found[0]])
        mended = _BRACE.sub(lambda one: _BRACES[one[0]], line)
        yield Slip(number, found.start(), message, {number: mended})


def comment_in_braces(lines: Lines, number: int) -> Iterator[Slip]:
    """Yield what a line is where the rest of it, brackets and all, were no comment."""
    line = lines[number]
    found = _COMMENT.search(line)
    if found is not None and ("{" in line[: found.start()] or "[" in line[: found.start()]):
        mended = line[: found.start()] + "＃" + line[found.end() :]
        yield Slip(number, found.end() - 1, messages.CUT_IN_BRACES, {number: mended})


def chinese_quotes(lines: Lines, number: int) -> Iterator[Slip]:
    """Yield what a line is with a text in Chinese quotation marks in those of YAML."""
    line = lines[number]
    found = _QUOTED.search(line)
    if found is not None:
        mended = _QUOTED.sub(lambda one: "'" + one["text"].replace("'", "''") + "'", line)
        shown = Bounded(f"'{found[0][:20]}{'…' if len(found[0]) > 20 else ''}'")
        yield Slip(number, found.start(), filled(messages.CHINESE_QUOTES, text=shown), {number: mended})


def open_brace(lines: Lines, number: int) -> Iterator[Slip]:
    """Yield a line whose brace is closed and was never opened, with both."""
    line = lines[number]
    found = _UNOPENED.match(line)
    if found is not None:
        mended = f"{line[: found.start('inner')]}{{{found['inner']}"
        yield Slip(number, found.start("inner"), messages.OPEN_BRACE.format(), {number: mended})


def open_quote(lines: Lines, number: int) -> Iterator[Slip]:
    """Yield a line whose text begins with a quotation mark and has no other, with the other."""
    line = lines[number]
    found = _OPEN_QUOTE.search(line)
    if found is not None:
        yield Slip(number, found.start("mark"), messages.OPEN_QUOTE, {number: line + found["mark"]})


def _replaced(
    lines: Lines, number: int, pattern: re.Pattern[str], instead: str, message: str
) -> Iterator[Slip]:
    """Yield the line with every such sign replaced, told at the first of them."""
    line = lines[number]
    found = pattern.search(line)
    if found is not None:
        column = found.end("before") if "before" in pattern.groupindex else found.start()
        yield Slip(number, column, message, {number: pattern.sub(instead, line)})
