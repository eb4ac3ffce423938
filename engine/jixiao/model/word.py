"""Words written into YAML so that they are read back as they are."""

from __future__ import annotations

import json
import re

_PLAIN = re.compile(r"[\w“”‘’《》（）、。·℃/.+ -]+")
_FIRST = re.compile(r"[^\W\d]|[“《（]")
_TAKEN = frozenset(("true", "false", "null", "yes", "no", "on", "off", "~", "y", "n"))


def word(text: str) -> str:
    """Write a text as a YAML scalar, in quotation marks unless it is plain words.

    What is plain here is plain to every reader of YAML, between braces too.
    """
    plain = _PLAIN.fullmatch(text) and _FIRST.match(text) and not text.endswith(" ")
    return text if plain and text.lower() not in _TAKEN else json.dumps(text, ensure_ascii=False)
