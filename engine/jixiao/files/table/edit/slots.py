"""A printed text that was edited → the texts of the file in it as they are now."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jixiao.model.printed import Printed, Slot
from jixiao.model.seen import folded


def filled_slots(printed: Printed, text: str) -> list[tuple[Slot, str]] | None:
    """Give the slots that read otherwise in a text, each with what it says there.

    None where the words around them changed too, so that nobody can say what belongs to which. First each slot is
    tried alone: the usual edit changes one.
    """
    wanted = folded(text)
    for free in printed.slots:
        found = _matched(printed, wanted, [free])
        if found is not None:
            return found
    return _matched(printed, wanted, printed.slots)


def _matched(printed: Printed, text: str, free: Sequence[Slot]) -> list[tuple[Slot, str]] | None:
    pieces = []
    for one in printed.pieces:
        if isinstance(one, Slot) and one in free:
            pieces.append(r"(.+?)")
        else:
            pieces.append(_literal(one.text if isinstance(one, Slot) else one))
    match = re.fullmatch("".join(pieces), text, re.DOTALL)
    if match is None:
        return None
    found = zip((one for one in printed.slots if one in free), match.groups(), strict=True)
    return [(slot, new.strip()) for slot, new in found if folded(new) != folded(slot.text)]


def _literal(text: str) -> str:
    """Give the pattern of words of which only the blanks may differ."""
    return r"\s*".join(re.escape(word) for word in re.split(r"\s+", text))
