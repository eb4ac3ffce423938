"""Which slip of the hand is to blame where a YAML text can't be read: the one whose mending lets it be read on.

What is only likely is never told: a slip counts where the parser gets further without it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

import yaml

from jixiao.files.yaml.events import LINE_BREAK, first_fault
from jixiao.files.yaml.slips import layout, lists, signs, unseen
from jixiao.files.yaml.slips.slip import BEGINNING, Find, Lines, Slip, indentation, is_content

MAX_BACK = 40
"""Lines with content before the fault that are looked at; what breaks a file further up is rare."""
MAX_AHEAD = 3
"""Lines behind the fault that a mended text is read for."""
MAX_LINE = 2_000
"""Longest line looked at. Stops a pattern from going through a line of 100,000 characters."""
MAX_READ = 400_000
"""Characters that trials may read in all. Stops a large file from being read two hundred times."""

KINDS: tuple[Find, ...] = (
    unseen.in_indentation,
    unseen.around_colon,
    signs.wide_brace,
    signs.wide_colon,
    signs.wide_comma,
    signs.tight_colon,
    signs.open_brace,
    signs.comment_in_braces,
    signs.chinese_quotes,
    lists.other_dash,
    lists.tight_dash,
    layout.pasted,
    layout.missing_colon,
    layout.commented_heading,
    lists.missing_dash,
    layout.wrapped,
    layout.shifted,
    signs.open_quote,
    layout.note,
)
"""Every kind of slip, the surest first."""


def blamed(error: yaml.MarkedYAMLError, text: str) -> Slip | None:
    """Give the slip that keeps a text from being read, or None where none is proven."""
    mark = error.problem_mark or error.context_mark
    if mark is None:
        return None
    began = error.context_mark.line if error.context_mark else mark.line
    trial = _Trial(LINE_BREAK.split(text), mark.line, began)
    return next((slip for kind in KINDS if (slip := _proven(kind, trial)) is not None), None)


def _proven(kind: Find, trial: _Trial) -> Slip | None:
    """Give the first slip of a kind without which the text is read on; of several that only help together, the first."""
    together: dict[int, Slip] = {}
    for number in trial.candidates():
        slips = tuple(kind(trial.lines, number))
        for slip in slips:
            if trial.helps(slip.mended):
                return slip
        if slips:
            together[slips[0].line] = slips[0]
            mended = {at: line for slip in together.values() for at, line in slip.mended.items()}
            if len(together) > 1 and trial.helps(mended):
                return together[min(together)]
    return None


class _Trial:
    """The part of a text in which reading it stopped, and what of it is changed to see whether it is read on."""

    def __init__(self, lines: Lines, stopped: int, began: int) -> None:
        self.lines = lines
        self._stopped = min(stopped, len(lines) - 1)
        self._began = min(began, self._stopped)
        self._left = MAX_READ
        stop = self._stopped
        self._near = tuple(islice((at for at in range(stop, -1, -1) if is_content(lines[at])), MAX_BACK))
        self._end = min(self._stopped + 1 + MAX_AHEAD, len(lines))
        self._start, self._fault = self._cut()

    def candidates(self) -> Iterator[int]:
        """Yield the lines that may be to blame, from the fault back; last where it began, if that is far."""
        began = () if self._began in self._near else (self._began,)
        for number in (*self._near, *began):
            if len(self.lines[number]) <= MAX_LINE and is_content(self.lines[number]):
                yield number

    def helps(self, mended: Mapping[int, str]) -> bool:
        """Whether the text is read beyond the fault with these lines in it."""
        if self._left < 0 or self._fault is None or min(mended) < self._start:
            return False
        fault = self._read(self._start, mended)
        return fault is None or fault > self._fault

    def _cut(self) -> tuple[int, int | None]:
        """Give the section at the left margin from which on the text has the same fault, and its line."""
        earliest = min((self._began, *self._near))
        sections = (at for at in range(earliest, 0, -1) if BEGINNING.match(self.lines[at]))
        for start in (next((at for at in sections if not indentation(self.lines[at])), 0), 0):
            fault = self._read(start, {})
            if fault == self._stopped:
                return start, fault
        return 0, fault

    def _read(self, start: int, mended: Mapping[int, str]) -> int | None:
        """Give the line in which reading stops; None where it does not."""
        text = "\n".join(mended.get(at, self.lines[at]) for at in range(start, self._end))
        self._left -= len(text)
        fault = first_fault(text)
        return None if fault is None else start + fault.line
