"""Data items (数据项) by name, alias or meaning."""

from __future__ import annotations

from jixiao.desk.rules import Rules, open_rules
from jixiao.files.names import spellings
from jixiao.language.formula import plain_name
from jixiao.model.item_list import FoundItem, ItemList, Match
from jixiao.model.messages import nearest
from jixiao.model.ruleset import Item

_RANKS: tuple[Match, ...] = ("name", "alias", "meaning", "all")


def items(word: str = "", *, rules: Rules = None) -> ItemList:
    """Give the items that go by a word, or all: by name first, then by alias, then by meaning.

    Width, blanks and quotation marks do not matter. Raises Refused where the rules can't be read.
    """
    known = open_rules(rules).items.items
    found = [FoundItem(item, match) for item in known.values() if (match := _match(item, word)) is not None]
    found.sort(key=lambda one: (_RANKS.index(one.match), plain_name(one.item.name) != plain_name(word)))
    names = [name for item in known.values() for name in (item.name, *item.aliases)]
    return ItemList(word, tuple(found), "" if found else nearest(word, spellings(names)))


def _match(item: Item, word: str) -> Match | None:
    """Say by what an item goes by a word; None where it does not."""
    wanted = _plain(word)
    if not wanted:
        return "all"
    if wanted in _plain(item.name):
        return "name"
    if any(wanted in _plain(alias) for alias in item.aliases):
        return "alias"
    return "meaning" if wanted in _plain(item.meaning) else None


def _plain(text: str) -> str:
    return plain_name(text).casefold()
