"""Tracked changes: which elements are there once all of them are accepted."""

from __future__ import annotations

from jixiao.documents.readers.docx.names import W, child
from jixiao.documents.readers.docx.tally import Tally
from jixiao.documents.readers.xml import Element

INSERTED, DELETED = f"{W}ins", f"{W}del"
MOVED_HERE, MOVED_AWAY = f"{W}moveTo", f"{W}moveFrom"
CHANGES = frozenset({INSERTED, DELETED, MOVED_HERE, MOVED_AWAY})

_GONE = frozenset({DELETED, MOVED_AWAY})


def is_kept(change: Element, tally: Tally) -> bool:
    """Whether what stands in a change stays when it is accepted; counts it."""
    if change.tag == INSERTED:
        tally.inserted += 1
    elif change.tag == DELETED:
        tally.deleted += 1
    elif change.tag == MOVED_HERE:
        tally.moved += 1
    return change.tag not in _GONE


def mark_is_kept(paragraph: Element, tally: Tally) -> bool:
    """Whether a paragraph still ends where it ended; counts a mark that was changed without any text before it."""
    properties = child(paragraph, "pPr", "rPr")
    for change in [] if properties is None else properties:
        if change.tag in CHANGES:
            if next(paragraph.iterchildren(str(change.tag)), None) is None and change.tag != MOVED_AWAY:
                is_kept(change, tally)
            if change.tag in _GONE:
                return False
    return True


def row_is_kept(row: Element, tally: Tally) -> bool:
    """Whether a row is still there; counts it if it was changed."""
    properties = child(row, "trPr")
    changes = [] if properties is None else [one for one in properties if one.tag in CHANGES]
    return all(is_kept(one, tally) for one in changes)


def cell_is_kept(cell: Element, tally: Tally) -> bool:
    """Whether a cell is still there; counts it if it was changed."""
    properties = child(cell, "tcPr")
    if child(properties, "cellDel") is not None:
        tally.deleted += 1
        return False
    if child(properties, "cellIns") is not None:
        tally.inserted += 1
    return True
