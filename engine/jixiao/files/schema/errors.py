"""What jsonschema found, in Chinese: one message for each real mistake, at the node itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping as Dictionary
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jixiao.files import messages
from jixiao.files.yaml.node import Mapping, Scalar
from jixiao.files.yaml.places import Places, Steps
from jixiao.model.diagnostic import Place
from jixiao.model.messages import MAX_LISTED, MAX_SHOWN, Bounded, filled, listed, shortened, suggested
from jixiao.quantity import alike

if TYPE_CHECKING:
    from jsonschema import ValidationError

MAX_UNKNOWN = 50
"""Most unknown keys compared with one that is missing. Stops 10,000 of them from taking seconds."""

_TYPES = {
    "object": "“键: 值”",
    "array": "列表",
    "string": "文字",
    "number": "数字",
    "integer": "整数",
    "boolean": "是非值（true、false）",
    "null": "空",
}
_FIGURE = re.compile(r"(?P<number>-?[\d,]+(?:\.\d+)?)\s*(?P<unit>[^\d\s]{0,6})")
"""A number, with its unit perhaps."""
_ABOUT_KEYS = ("additionalProperties", "required")
_DECIDES_BRANCH = ("type", "const", "enum")

_Said = Iterator[tuple[Place, str]]


def explain(errors: Iterable[ValidationError], places: Places) -> _Said:
    """Give place and message of each mistake, each once, in the order of the file.

    Of several rules that one value breaks, the first is told: its type before its size.
    """
    told: set[tuple[Steps, str]] = set()
    for error in sorted(errors, key=lambda error: _position(error, places)):
        kind = str(error.validator)
        mistake = (tuple(error.absolute_path), kind if kind in _ABOUT_KEYS else "")
        if mistake not in told:
            told.add(mistake)
            yield from _explain(error, places)


def _position(error: ValidationError, places: Places) -> tuple[int, int, int]:
    place = places.place(error.absolute_path)
    return place.line, place.column, len(error.absolute_path)


def _explain(error: ValidationError, places: Places) -> _Said:
    kind = str(error.validator)
    if kind in ("anyOf", "oneOf"):
        yield from _explain_branches(error, places)
    elif kind == "additionalProperties":
        yield from _unknown_keys(error, places)
    elif kind == "required":
        yield from _missing_keys(error, places)
    else:
        place = places.place(error.absolute_path)
        if error.instance is None:
            yield place, _no_content(error)
        else:
            yield place, _SAYINGS.get(kind, _not_valid)(error)


def _no_content(error: ValidationError) -> str:
    """Say that nothing is there; of a key with a colon of full width, which is none, that it is the colon."""
    key = str(error.absolute_path[-1]) if error.absolute_path else ""
    return (
        messages.KEY_COLON.format(key=key, mended=key.replace("：", ": "))
        if "：" in key
        else messages.NO_CONTENT
    )


def _explain_branches(error: ValidationError, places: Places) -> _Said:
    """Explain the branch that was meant: the one whose type the content has."""
    branches: dict[object, list[ValidationError]] = {}
    for inner in error.context or ():
        branches.setdefault(inner.relative_schema_path[0], []).append(inner)
    meant = [found for found in branches.values() if not any(map(_decides_branch, found))]
    if meant:
        closest: list[ValidationError] = min(meant, key=len)
        yield from explain(closest, places)
    elif error.instance is None:
        yield places.place(error.absolute_path), _no_content(error)
    else:
        wanted = [_wanted(inner) for found in branches.values() for inner in found if _decides_branch(inner)]
        said = _wrong_type(error, "或".join(dict.fromkeys(wanted)))
        yield places.place(error.absolute_path), said + _as_figure(error, places)


def _as_figure(error: ValidationError, places: Places) -> str:
    """Show how a figure is written, where a bare one stands in its place: 支出决算: 91 万元."""
    node = places.node(error.absolute_path)
    if not isinstance(node, Scalar) or not {"数据", "明细"} & set(list(error.absolute_path)[:-1]):
        return ""
    figure = _FIGURE.fullmatch(node.text.strip())
    return (
        ""
        if figure is None
        else filled(messages.AS_FIGURE, number=figure["number"], unit=figure["unit"] or "万元")
    )


def _decides_branch(error: ValidationError) -> bool:
    return not error.relative_path and error.validator in _DECIDES_BRANCH


def _unknown_keys(error: ValidationError, places: Places) -> _Said:
    node = places.node(error.absolute_path)
    known = _known_keys(error)
    if isinstance(node, Mapping):
        for key, _ in node.entries:
            if key.text not in known:
                yield key.place, _unknown_key(key.text, known)


def _unknown_key(key: str, known: list[str]) -> str:
    if "：" in key or ":" in key:
        return filled(messages.UNKNOWN_KEY_COLON, key=key)
    if key[:1].isdigit():
        return filled(messages.UNKNOWN_KEY_DIGITS, key=key)
    near = _near_key(key, known)
    if near is not None:
        return filled(messages.UNKNOWN_KEY_NEAR, key=key, near=suggested([near]))
    return filled(messages.UNKNOWN_KEY_KNOWN, key=key, known=listed(known))


def _near_key(key: str, known: list[str]) -> str | None:
    word = key.replace("：", ":").partition(":")[0]  # of 值：5, whose colon is wide, the key that was meant
    return next(iter(alike(word[:MAX_SHOWN], known, most=1)), None)


def _missing_keys(error: ValidationError, places: Places) -> _Said:
    """Name the missing keys, passing over one that only seems to be misspelt here."""
    known, required = _known_keys(error), error.validator_value
    present: Any = error.instance
    unknown = [key for key in present if key not in known]
    misspelt = {_near_key(key, known) for key in unknown[:MAX_UNKNOWN]}
    for key in required if isinstance(required, list) else ():
        if key not in present and key not in misspelt:
            yield places.place(error.absolute_path), filled(messages.MISSING_KEY, key=key)


def _known_keys(error: ValidationError) -> list[str]:
    schema: Any = error.schema
    return list(schema.get("properties", {})) if isinstance(schema, dict) else []


def _wanted(error: ValidationError) -> str:
    value: Any = error.validator_value
    if error.validator == "type":
        return "或".join(_TYPES[name] for name in ([value] if isinstance(value, str) else value))
    return "、".join(f"“{one}”" for one in _offered([value] if error.validator == "const" else value))


def _type(error: ValidationError) -> str:
    """Name the choices where there are some (是 or 否), else the type that is wanted."""
    schema: Any = error.schema
    if isinstance(schema, dict) and "enum" in schema:
        return _choice(error.instance, schema["enum"])
    return _wrong_type(error, _wanted(error))


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, str | int | Decimal) else _type_name(value)


def _wrong_type(error: ValidationError, wanted: str) -> str:
    found, hint = _type_name(error.instance), ""
    if wanted == _TYPES["string"] and found == _TYPES["number"]:
        hint = "，请加引号"
    elif wanted == _TYPES["string"] and found in (_TYPES["array"], _TYPES["object"]):
        hint = "；如果是文字，请整段加引号"
    elif _TYPES["integer"] in wanted and isinstance(error.instance, str) and error.instance.isdecimal():
        hint = "，请去掉引号"
    return filled(messages.WRONG_TYPE, wanted=wanted, found=found, hint=hint)


def _type_name(value: object) -> str:
    if isinstance(value, bool):
        return _TYPES["boolean"]
    if isinstance(value, int | Decimal):
        return _TYPES["number"]
    if isinstance(value, str):
        return f"文字“{shortened(value)}”"
    return _TYPES["array"] if isinstance(value, list) else _TYPES["object"]


def _not_valid(error: ValidationError) -> str:
    schema: Any = error.schema
    wanted = schema.get("description", "") if isinstance(schema, dict) else ""
    if isinstance(error.instance, str):
        return filled(messages.NOT_MATCHING, found=error.instance, wanted=Bounded(wanted))
    return filled(messages.NOT_VALID, wanted=Bounded(wanted))


def _not_among(error: ValidationError) -> str:
    value: Any = error.validator_value
    known = [value] if error.validator == "const" else value
    return _choice(error.instance, known)


def _choice(found: object, known: Iterable[object]) -> str:
    """Name the choices; where they are too many to list, the nearest one too."""
    names = _offered(known)
    is_cut = len(names) > MAX_LISTED
    near = _near_key(found, names) if is_cut and isinstance(found, str) else None
    hint = suggested([] if near is None else [near])
    return filled(messages.NOT_AMONG, found=_shown(found), near=hint, known=listed(names))


def _offered(known: Iterable[object]) -> list[str]:
    """Give what to write: of words and codes for the same thing, the words; codes are read all the same."""
    names = [str(one) for one in known]
    return [name for name in names if not name.isascii()] or names


def _limited(message: str) -> Callable[[ValidationError], str]:
    def limited(error: ValidationError) -> str:
        return filled(message, found=str(error.instance), limit=str(error.validator_value))

    return limited


_SAYINGS: Dictionary[str, Callable[[ValidationError], str]] = {
    "type": _type,
    "enum": _not_among,
    "const": _not_among,
    "minimum": _limited(messages.TOO_SMALL),
    "maximum": _limited(messages.TOO_BIG),
    "minLength": lambda _: messages.NO_CONTENT,
    "minItems": _limited(messages.TOO_FEW),
    "minProperties": _limited(messages.TOO_FEW),
    "maxItems": _limited(messages.TOO_MANY),
}
