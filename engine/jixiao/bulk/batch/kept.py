"""Which columns of an input are written out again, and under which names."""

from __future__ import annotations

from collections.abc import Collection

from jixiao.files.rows import messages
from jixiao.files.rows.heads import Heads
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled


def kept_names(heads: Heads, results: Collection[str], file: str) -> dict[str, int]:
    """Give the columns that are written out again, each by a name of its own; raises Refused where it is a result's."""
    found: dict[str, int] = {}
    for head in heads.kept:
        text = head.text.strip() or f"列{head.at + 1}"
        name, again = text, 2
        while name in found:
            name, again = f"{text}_{again}", again + 1
        if name.lower() in results:
            place = Place(file, 1, head.at + 1)
            raise Refused(Diagnostic(place, filled(messages.SAME_RESULT, head=head.text)))
        found[name] = head.at
    return found
