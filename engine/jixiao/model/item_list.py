"""What `items` gives: the data items that go by a word."""

from __future__ import annotations

from typing import Literal

from jixiao.dataclass import dataclass
from jixiao.model.ruleset import Item

Match = Literal["name", "alias", "meaning", "all"]
"""What of an item has the word in it; `all` where no word was given."""


@dataclass(frozen=True, slots=True)
class FoundItem:
    """An item, and by what it was found."""

    item: Item
    match: Match


@dataclass(frozen=True, slots=True)
class ItemList:
    """The items found, by name first, then by alias, then by meaning; each in the file's order.

    `near` ends a message with the names that are spelt like the word, where nothing was found.
    """

    word: str
    items: tuple[FoundItem, ...]
    near: str = ""
