"""What jsonschema found, in Chinese: one message for each real mistake, at the node itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping as Dictionary
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jixiao.files import messages
from jixiao.files.schema.keys import Said, missing_keys, near_key, unknown_keys
from jixiao.files.yaml.node import Scalar
from jixiao.files.yaml.places import Places, Steps
from jixiao.model.messages import MAX_LISTED, Bounded, filled, listed, shortened, suggested
from jixiao.quantity import fold_width

if TYPE_CHECKING:
    from jsonschema import ValidationError

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
_YEAR = re.compile(r"[0-9]{1,6}")
_WIDE_LIST = re.compile(r"[，、]|(?<=\d)[-~～至—](?=\d{4}$)")
_EXAMPLE = re.compile(r"如 (\{[^{}]*\}|\[[^\[\]]*\])")
"""An example in the description of a key: 如 {自评报告: report.txt}."""
_TEXT_HINTS = {
    _TYPES["number"]: "，请加引号",
    _TYPES["array"]: "；如果是文字，请整段加引号",
    _TYPES["object"]: "；如果是文字，请整段加引号",
}
_ABOUT_KEYS = ("additionalProperties", "required")
_DECIDES_BRANCH = ("type", "const", "enum")


def explain(errors: Iterable[ValidationError], places: Places) -> Said:
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


def _explain(error: ValidationError, places: Places) -> Said:
    kind = str(error.validator)
    key = places.keys.get(tuple(error.absolute_path))
    if key is not None and key.plain and "：" in key.text.partition("{")[0] and "{" in key.text:
        yield key.place._replace(column=key.place.column + key.text.index("：")), messages.WIDE_COLON
    elif kind in ("anyOf", "oneOf"):
        yield from _explain_branches(error, places)
    elif kind == "additionalProperties":
        yield from unknown_keys(error, places)
    elif kind == "required":
        yield from missing_keys(error, places)
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


def _explain_branches(error: ValidationError, places: Places) -> Said:
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
    if figure is None:
        return filled(messages.AS_TEXT)
    return filled(messages.AS_FIGURE, number=figure["number"], unit=figure["unit"] or "万元")


def _decides_branch(error: ValidationError) -> bool:
    return not error.relative_path and error.validator in _DECIDES_BRANCH


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
    found = _type_name(error.instance)
    return filled(messages.WRONG_TYPE, wanted=wanted, found=found, hint=Bounded(_hint(error, wanted, found)))


def _hint(error: ValidationError, wanted: str, found: str) -> str:
    """Say how what was meant is written: without quotes, as a list, or as the schema's own example."""
    text = error.instance if isinstance(error.instance, str) else ""
    if wanted == _TYPES["string"]:
        return _TEXT_HINTS.get(found, "")
    is_list = _TYPES["array"] in wanted or isinstance(next(reversed(error.absolute_path), ""), int)
    if _TYPES["integer"] in wanted and is_list and _WIDE_LIST.search(text):
        return messages.AS_LIST.format(items=", ".join(_WIDE_LIST.split(text))[:40])
    number = _YEAR.match(fold_width(text[:40])) if _TYPES["integer"] in wanted else None
    if number is not None:
        return messages.AS_WHOLE.format(number=number[0]) if number[0] != text else "，请去掉引号"
    example = _EXAMPLE.search(_description(error))
    return messages.AS_EXAMPLE.format(example=example[1]) if example is not None else ""


def _description(error: ValidationError) -> str:
    schema: Any = error.schema
    return str(schema.get("description", "")) if isinstance(schema, dict) else ""


def _type_name(value: object) -> str:
    if isinstance(value, bool):
        return _TYPES["boolean"]
    if isinstance(value, int | Decimal):
        return _TYPES["number"]
    if isinstance(value, str):
        return f"文字“{shortened(value)}”"
    return _TYPES["array"] if isinstance(value, list) else _TYPES["object"]


def _not_valid(error: ValidationError) -> str:
    wanted = Bounded(_description(error))
    if isinstance(error.instance, str):
        return filled(messages.NOT_MATCHING, found=error.instance, wanted=wanted)
    return filled(messages.NOT_VALID, wanted=wanted)


def _not_among(error: ValidationError) -> str:
    value: Any = error.validator_value
    known = [value] if error.validator == "const" else value
    return _choice(error.instance, known)


def _choice(found: object, known: Iterable[object]) -> str:
    """Name the choices; where they are too many to list, the nearest one too."""
    names = _offered(known)
    is_cut = len(names) > MAX_LISTED
    near = near_key(found, names) if is_cut and isinstance(found, str) else None
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
