"""Words that speak of items before them by their number, and of none by its words: 有一项不符合的, 两项均未完成的."""

from __future__ import annotations

import re

_OF_LIST = re.compile(
    "(?:如?有|其中|任[意何]?|任一)?[一1任](?:项|条)(?:不|未|没有|达不到|缺)|[两二三四五六]项[均都](?:不|未|没有)|其中一项"
)


def is_of_list(words: str) -> bool:
    """Whether words speak of the items before them by their number, so that nobody knows them for a fact of their own."""
    return _OF_LIST.match(words) is not None
