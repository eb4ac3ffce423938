"""Names for the inputs of a sum: each its own."""

from __future__ import annotations

from collections import Counter

from jixiao.dataclass import replace
from jixiao.language.error import LanguageError
from jixiao.scoring.forms.sum.item import Item
from jixiao.scoring.forms.sum.sum import Group, Sum
from jixiao.scoring.forms.sum.summand import Summand


def named_apart(found: Sum) -> Sum:
    """Give a sum whose inputs have names of their own, with the words of their item or what stands before them.

    Raises LanguageError where two can't be told apart.
    """
    counts = Counter(one.name for one in found.summands)
    groups = tuple(
        replace(group, summands=tuple(_named(one, group, counts) for one in group.summands))
        for group in found.groups
    )
    again = Counter(one.name for group in groups for one in group.summands)
    name, often = again.most_common(1)[0]
    if often > 1:
        raise LanguageError(f"“{name}”在句中说了{often}次，分不清说的是哪一条", 0)
    return replace(found, groups=groups)


def _named(one: Summand, group: Group, counts: Counter[str]) -> Summand:
    if counts[one.name] == 1:
        return one
    if isinstance(one, Item) and not one.words:
        other = next((other for other in group.summands if other is not one), one)
        return replace(one, called=f"{other.name}：{one.name}")
    item = next((other for other in group.summands if isinstance(other, Item) and other.words), None)
    about = getattr(one, "about", "") or (item.words if item is not None and item is not one else "")
    return replace(one, called=f"{about}：{one.name}") if about else one  # type: ignore[type-var]
