"""Diagnostics gathered while a file is read, so that one run shows all of them."""

from __future__ import annotations

from jixiao.dataclass import dataclass, field
from jixiao.files import messages
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled

MAX_DIAGNOSTICS = 50
"""Most mistakes reported of one file. Stops a file of 100,000 mistakes from taking minutes
(each looks for its nearest name) and from burying the first one."""


@dataclass(slots=True)
class Collector:
    """Gathers diagnostics of one file and refuses it in the end."""

    found: list[Diagnostic] = field(default_factory=list)
    warned: dict[Diagnostic, None] = field(default_factory=dict)
    """What is to be told, but keeps nothing from being evaluated; each once."""

    def add(self, place: Place, message: str, **pieces: object) -> None:
        """Note one mistake; raises Refused when there are too many to go on."""
        self.note(place, filled(message, **pieces))

    def note(self, place: Place, text: str) -> None:
        """Note one mistake whose message is filled already; once, if an alias repeats it."""
        if Diagnostic(place, text) in self.found:
            return
        self.found.append(Diagnostic(place, text))
        if len(self.found) >= MAX_DIAGNOSTICS:
            more = filled(messages.MORE_MISTAKES, count=MAX_DIAGNOSTICS)
            self.found.append(Diagnostic(place, more))
            self.refuse_if_any()

    def warn(self, place: Place, message: str, **pieces: object) -> None:
        """Note what need not be mended; no more than MAX_DIAGNOSTICS of one file."""
        if len(self.warned) < MAX_DIAGNOSTICS:
            self.warned[Diagnostic(place, filled(message, **pieces))] = None

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """All that was warned of, in the order of the file."""
        return tuple(sorted(self.warned, key=_position))

    @property
    def in_order(self) -> tuple[Diagnostic, ...]:
        """Every mistake, in the order of the file."""
        return tuple(sorted(self.found, key=_position))

    def refuse_if_any(self) -> None:
        """Raise Refused with everything found, in the order of the file."""
        if self.found:
            raise Refused(*self.in_order)


def _position(found: Diagnostic) -> tuple[str, int, int]:
    return found.place.file, found.place.line, found.place.column
