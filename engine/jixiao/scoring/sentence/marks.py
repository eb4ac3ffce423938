"""The numbers before the items of a list: ① ② ③."""

from __future__ import annotations

import re

from jixiao.language.error import LanguageError
from jixiao.scoring.sentence.written import CIRCLED, place_of

_REFERRED = re.compile("第?[①-⑳](?:[-~～至、和及]?[①-⑳])*(?:项|条|款|点)")


def refuse_repeated_marks(sentence: str) -> None:
    """Raise LanguageError at ③ that stands twice in a list: behind the list it speaks of the item, and is none."""
    text = _REFERRED.sub(lambda found: " " * len(found[0]), sentence)
    found = list(CIRCLED.finditer(text))
    for before, mark, after in zip([None, *found], found, [*found[1:], None], strict=False):
        number = place_of(mark[0])
        follows = before is None or number == place_of(before[0]) + 1
        begins = number == 1 and after is not None and after[0] == "②"
        if (
            not follows
            and not begins
            and number <= max(place_of(one[0]) for one in found[: found.index(mark)])
        ):
            message = f"前面已有{mark[0]}，这里说的是它，请写成“第{mark[0]}项……的”，或把分值写在各项后面"
            raise LanguageError(message, mark.start(), 1)
