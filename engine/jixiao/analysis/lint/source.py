"""The text of a rule file: where exactly in it a piece of a sentence stands.

A sentence may be folded over several lines or stand in quotation marks; the model knows only
where it begins.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import accumulate

from jixiao.dataclass import dataclass
from jixiao.files.yaml.events import LINE_BREAK
from jixiao.files.yaml.node import Scalar
from jixiao.model.diagnostic import Place
from jixiao.model.lint import Spot
from jixiao.model.ruleset import Text

_FOLD = re.compile(rf"[ \t]*{LINE_BREAK.pattern}\s*")
_BLOCK = re.compile(r"[|>][-+0-9]*[ \t]*(?:#[^\n]*)?\n\s*")
_WORD = re.compile(r"[^\s,，、；;：:\[\]{}#]+")
_ESCAPE = "\\"


@dataclass(frozen=True, eq=False)
class Source:
    """One file's text, with LF line ends."""

    file: str
    text: str

    @cached_property
    def _lines(self) -> list[str]:
        return LINE_BREAK.split(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return list(accumulate((len(line) + 1 for line in self._lines), initial=0))

    def spot(self, place: Place, length: int | None = None) -> Spot:
        """Give the stretch at a place: so many characters, or the word there."""
        line = self._lines[place.line - 1] if 0 < place.line <= len(self._lines) else ""
        start = max(place.column - 1, 0)
        if length is None:
            word = _WORD.match(line, start)
            length = len(word[0]) if word else 0
        return Spot(place, max(0, min(length, len(line) - start)), line)

    def scalar(self, node: Scalar) -> Spot:
        """Give the stretch of a whole text of the file, as far as it is on one line."""
        text = node.as_text()
        return self.within(text, 0, len(text.text))

    def within(self, text: Text, start: int, end: int) -> Spot:
        """Give the stretch of a text from one of its characters up to another.

        Ends with the line; the whole text's first line where the file is too unlike it.
        """
        places = self._places(text)
        if not places:
            return self.spot(text.place, len(text.text))
        first = places[min(start, len(places) - 1)]
        last = places[max(min(end, len(places)) - 1, min(start, len(places) - 1))]
        line = bisect_right(self._starts, first) - 1
        place = Place(self.file, line + 1, first - self._starts[line] + 1)
        ends = min(last + 1, self._starts[line] + len(self._lines[line]))
        return self.spot(place, ends - first if start < len(places) else 0)

    def _places(self, text: Text) -> list[int]:
        """Give where each character of a text stands in the file; empty where that is unclear."""
        if not 0 < text.place.line <= len(self._lines):
            return []
        at = self._starts[text.place.line - 1] + text.place.column - 1
        block = _BLOCK.match(self.text, at)
        at = block.end() if block else at
        found: list[int] = []
        for sign in text.text:
            step = self._step(at, sign)
            if step is None:
                return []
            found.append(at)
            at = step
        return found

    def _step(self, at: int, sign: str) -> int | None:
        """Give where the next character stands if this one stands here, else None."""
        if sign.isspace():
            fold = _FOLD.match(self.text, at)
            if fold:
                return fold.end()
            return at + 1 if self.text[at : at + 1] == sign else at
        here = self.text[at : at + 1]
        if here != sign or here == _ESCAPE:
            return None
        return at + 2 if sign == "'" and self.text[at + 1 : at + 2] == "'" else at + 1
