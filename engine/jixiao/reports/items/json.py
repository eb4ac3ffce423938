"""Data items found by a word as one JSON document, format jixiao.items/1."""

from __future__ import annotations

from collections.abc import Sequence

from jixiao.model.diagnostic import Diagnostic
from jixiao.model.item_list import FoundItem, ItemList
from jixiao.reports.page.json_object import Object, error_object, written

FORMAT = "jixiao.items/1"


def render_items_json(found: ItemList, errors: Sequence[Diagnostic] = ()) -> str:
    """Give the document; also where there is nothing but errors in it."""
    document = {
        "format": FORMAT,
        "word": found.word,
        "items": [_item(one) for one in found.items],
        "errors": [error_object(diagnostic) for diagnostic in errors],
    }
    return written(document)


def _item(found: FoundItem) -> Object:
    item = found.item
    return {
        "name": item.name,
        "unit": item.unit.name,
        "meaning": item.meaning,
        "aliases": list(item.aliases),
        "identity": None if item.identity is None else item.identity.text,
        "match": found.match,
    }
