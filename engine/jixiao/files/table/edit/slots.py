"""A printed text that was edited → the texts of the file in it as they are now. Linear: blanks aside, words are looked for in turn."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.dataclass import dataclass
from jixiao.model.printed import Printed, Slot
from jixiao.model.seen import folded

Found = list[tuple[Slot, str]]


def filled_slots(printed: Printed, text: str) -> Found | None:
    """Give the slots that read otherwise in a text, each with what it says there.

    None where the words around them changed too, so that nobody can say what belongs to which. First each slot is
    tried alone: the usual edit changes one.
    """
    edited = _Squeezed.of(folded(text))
    for place, one in enumerate(printed.pieces):
        if isinstance(one, Slot):
            found = _alone(printed.pieces, place, one, edited)
            if found is not None:
                return found
    return _in_turn(printed.pieces, edited)


@dataclass(frozen=True, slots=True)
class _Squeezed:
    """A text without its blanks, and where each sign of it stood."""

    text: str
    whole: str
    places: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> _Squeezed:
        places = tuple(place for place, sign in enumerate(text) if not sign.isspace())
        return cls("".join(text[place] for place in places), text, places)

    def between(self, start: int, end: int) -> str:
        """Give a part of it with the blanks that it has inside."""
        return self.whole[self.places[start] : self.places[end - 1] + 1]


def _alone(pieces: Sequence[str | Slot], place: int, slot: Slot, edited: _Squeezed) -> Found | None:
    """Take a text in which one slot changed."""
    before, after = _plain(pieces[:place]), _plain(pieces[place + 1 :])
    end = len(edited.text) - len(after)
    if len(before) < end and edited.text.startswith(before) and edited.text.endswith(after):
        return [(slot, edited.between(len(before), end))]
    return None


def _in_turn(pieces: Sequence[str | Slot], edited: _Squeezed) -> Found | None:
    """Take a text in which several changed: each ends where the words behind it begin."""
    found: Found = []
    at = 0
    for place, one in enumerate(pieces):
        if isinstance(one, Slot):
            rest = pieces[place + 1 :]
            words = _plain(rest[:1]) if rest and isinstance(rest[0], str) else ""
            end = (
                edited.text.find(words, at + 1)
                if words and len(rest) > 1
                else len(edited.text) - len(_plain(rest))
            )
            if end <= at:
                return None
            new = edited.between(at, end)
            found += [(one, new)] if _plain((new,)) != _plain((one,)) else []
            at = end
        else:
            words = _plain((one,))
            if not edited.text.startswith(words, at):
                return None
            at += len(words)
    return found if at == len(edited.text) else None


def _plain(pieces: Sequence[str | Slot]) -> str:
    texts = (one.text if isinstance(one, Slot) else one for one in pieces)
    return "".join("".join(texts).split())
