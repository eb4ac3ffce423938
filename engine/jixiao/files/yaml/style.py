"""A text written as a YAML value in the style of its neighbours, so that it is read back as it is."""

from __future__ import annotations

import json
from collections.abc import Iterator

import yaml

from jixiao.dataclass import dataclass
from jixiao.files.yaml.events import events

STEP = 2
"""By how much the lines of a long text are further in than their key."""
_STR = "tag:yaml.org,2002:str"
_RESOLVER = yaml.SafeLoader("")


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a text is to stand. `column`: of its key; `is_alone`: whether nothing follows on its line."""

    column: int = 0
    style: str = ""
    is_flow: bool = False
    is_alone: bool = True
    may_be_number: bool = False


def written(text: str, setting: Setting) -> str:
    """Write a text: in the style that is there where that can hold it, else in the plainest that can."""
    blocks = not setting.is_flow and setting.is_alone
    if blocks and text and (setting.style in ("|", ">") or "\n" in text):
        indent = " " * (setting.column + STEP)
        return "\n".join(("|-", *(f"{indent}{line}" if line else "" for line in text.split("\n"))))
    return next(one for one in _candidates(text, setting) if _reads(one, text, setting))


def _candidates(text: str, setting: Setting) -> Iterator[str]:
    if "\n" not in text:
        single = "'" + text.replace("'", "''") + "'"
        if setting.style == "'":
            yield single
        if setting.style != '"' and (setting.may_be_number or _is_text(text)):
            yield text
    yield json.dumps(text, ensure_ascii=False)
    yield json.dumps(text)


def _is_text(text: str) -> bool:
    found: object = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))  # type: ignore[no-untyped-call]
    return found == _STR


def _reads(candidate: str, text: str, setting: Setting) -> bool:
    """Whether a candidate is read as the text, alone and with a remark behind it."""
    around = "{{k: {0}, l: m}}" if setting.is_flow else "k: {0}   # m\nl: m\n"
    try:
        found = [
            event.value for event in events(around.format(candidate)) if isinstance(event, yaml.ScalarEvent)
        ]
    except yaml.YAMLError:
        return False
    return found == ["k", text, "l", "m"]
