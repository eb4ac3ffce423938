"""Words of what is found: 存在违规处置, 被通报; but not 有效, 有序."""

from __future__ import annotations

import re

_FOUND = re.compile("存在|发生|出现|发现|查出|查实|有(?!效|序|力|机)|被|因")
"""How they begin."""


def is_found(words: str) -> bool:
    """Whether words speak of what is found: where it is not named it was not, and the item it denies is met."""
    return _FOUND.match(words) is not None
