"""What is wrong with the keys of a mapping, in Chinese: those that are not known, and those that are missing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from jixiao.files import messages
from jixiao.files.yaml.node import Mapping, Node, Scalar
from jixiao.files.yaml.places import Places
from jixiao.files.yaml.slips.signs import WIDE_BRACKETS
from jixiao.files.yaml.slips.unseen import first_unseen, named
from jixiao.model.diagnostic import Place
from jixiao.model.messages import MAX_SHOWN, filled, listed, suggested
from jixiao.quantity import alike

if TYPE_CHECKING:
    from jsonschema import ValidationError

MAX_UNKNOWN = 50
"""Most unknown keys compared with one that is missing. Stops 10,000 of them from taking seconds."""

Said = Iterator[tuple[Place, str]]


def unknown_keys(error: ValidationError, places: Places) -> Said:
    """Yield what is wrong with each key that the schema does not know."""
    node = places.node(error.absolute_path)
    known = _known_keys(error)
    if not isinstance(node, Mapping):
        return
    wide = next(filter(None, (_wide_bracket(value) for _, value in node.entries)), None)
    if wide is not None:
        yield wide
        return
    before = section = None
    for key, value in node.entries:
        if key.text in known:
            section = key if _is_nothing(value) else None
        elif section is not None and section.place.column == key.place.column and unseen_in(key) is None:
            yield key.place, filled(messages.UNKNOWN_KEY_INDENT, key=key.text, section=section.text)
        else:
            yield _unknown_key(key, value, before, known)
        before = key


def missing_keys(error: ValidationError, places: Places) -> Said:
    """Name the missing keys, passing over one that only seems to be misspelt here."""
    known, required = _known_keys(error), error.validator_value
    present: Any = error.instance
    unknown = [key for key in present if key not in known]
    misspelt = {near_key(key, known) for key in unknown[:MAX_UNKNOWN]}
    for key in required if isinstance(required, list) else ():
        if key not in present and key not in misspelt:
            yield places.place(error.absolute_path), filled(messages.MISSING_KEY, key=key)


def near_key(key: str, known: list[str]) -> str | None:
    """Give the known key that a key is spelt like, if there is one."""
    word = key.replace("：", ":").partition(":")[0]  # of 值：5, whose colon is wide, the key that was meant
    return next(iter(alike(word[:MAX_SHOWN], known, most=1)), None)


def _unknown_key(key: Scalar, value: Node, before: Scalar | None, known: list[str]) -> tuple[Place, str]:
    text = key.text
    unseen = unseen_in(key)
    if unseen is not None:
        return unseen
    if "：" in text or ":" in text:
        has_comma = "，" in text
        message = messages.UNKNOWN_KEY_COLON_COMMA if has_comma else messages.UNKNOWN_KEY_COLON
        return key.place, filled(message, key=text)
    if text[:1].isdigit():
        return key.place, filled(messages.UNKNOWN_KEY_DIGITS, key=text)
    near = near_key(text, known)
    if near is not None:
        return key.place, filled(messages.UNKNOWN_KEY_NEAR, key=text, near=suggested([near]))
    if before is not None and before.place.line == key.place.line and _is_nothing(value):
        return key.place, filled(messages.UNKNOWN_KEY_TEXT, key=text, before=before.text)
    return key.place, filled(messages.UNKNOWN_KEY_KNOWN, key=text, known=listed(known))


def unseen_in(name: Scalar) -> tuple[Place, str] | None:
    """Give place and message of the first sign of a name that nobody sees; None where there is none."""
    sign = first_unseen(name.text)
    if not sign:
        return None
    start = name.place.column + int(name.quoted) + name.text.index(sign)
    if name.text[: name.text.index(sign)].endswith((":", "：")):
        message = filled(messages.UNSEEN_AT_COLON, name=named(sign))
    else:
        message = filled(messages.UNSEEN_IN_NAME, name=name.text.replace(sign, ""), sign=named(sign))
    return name.place._replace(column=start), message


def _wide_bracket(value: Node) -> tuple[Place, str] | None:
    """Give place and message of a list in wide brackets, of which commas made keys: 达到: 【1, 3】."""
    if not (isinstance(value, Scalar) and value.plain and value.text.startswith(tuple(WIDE_BRACKETS))):
        return None
    sign = value.text[0]
    return value.place, messages.WIDE_BRACE.format(sign=sign, mended=WIDE_BRACKETS[sign])


def _is_nothing(value: Node) -> bool:
    return isinstance(value, Scalar) and value.plain and not value.text


def _known_keys(error: ValidationError) -> list[str]:
    schema: Any = error.schema
    return list(schema.get("properties", {})) if isinstance(schema, dict) else []
