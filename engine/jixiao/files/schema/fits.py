"""A JSON Schema made into one test, which says whether a tree is in order, and not what is wrong.

INVARIANT: what it lets pass, jsonschema finds no fault with. It knows the keywords that rules/schema
uses; a schema with another one lets nothing pass, so that jsonschema is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping as Dictionary
from decimal import Decimal
from typing import Any, TypeAlias

from jixiao.files.schema.plain import Plain, plain_scalar
from jixiao.files.yaml.node import Mapping, Node, Scalar, Sequence

Fits: TypeAlias = Callable[[Node], bool]
"""Whether a node is in order."""

_Schema: TypeAlias = Dictionary[str, Any]
_Test: TypeAlias = Callable[[Any], bool]
_Kinds: TypeAlias = Dictionary[type, _Test]
"""Kind of node → its test; a kind that is not here is not wanted."""

_SAYS_NOTHING = frozenset("$schema $defs title description examples markdownEnumDescriptions".split())
_OF_SCALARS = frozenset("minLength maxLength pattern minimum maximum".split())
_OF_MAPPINGS = frozenset("properties additionalProperties required minProperties".split())
_OF_LISTS = frozenset("items minItems maxItems".split())
_OF_ANY = frozenset("type enum const".split())
_ELSEWHERE = frozenset("$ref anyOf".split())
KEYWORDS = _SAYS_NOTHING | _OF_SCALARS | _OF_MAPPINGS | _OF_LISTS | _OF_ANY | _ELSEWHERE

_CLASSES: Dictionary[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, Decimal),
    "boolean": (bool,),
    "null": (type(None),),
}


def compile_schema(schema: _Schema) -> Fits:
    """Make the test of a schema; what it refers to stands under its $defs."""
    return _Compiler(schema.get("$defs", {})).fits(schema)


class _Compiler:
    """Makes tests; each definition once, and only when a tree first asks for it, so that circles end."""

    def __init__(self, definitions: _Schema) -> None:
        self._definitions = {f"#/$defs/{name}": schema for name, schema in definitions.items()}
        self._made: dict[str, Fits] = {}

    def fits(self, schema: object) -> Fits:
        """Make the test of one schema."""
        if not isinstance(schema, dict) or not schema.keys() <= KEYWORDS or not _has_plain_choices(schema):
            return _never
        tests: list[Fits] = []
        if "$ref" in schema:
            tests.append(self._reference(schema["$ref"]))
        if "anyOf" in schema:
            tests.append(_any([self.fits(branch) for branch in schema["anyOf"]]))
        if not tests or not schema.keys() <= _SAYS_NOTHING | _ELSEWHERE:
            tests.append(_by_kind(self._kinds(schema)))
        return tests[0] if len(tests) == 1 else lambda node: all(test(node) for test in tests)

    def _reference(self, name: str) -> Fits:
        definitions, made = self._definitions, self._made

        def fits(node: Node) -> bool:
            test = made.get(name)
            if test is None:
                test = made[name] = self.fits(definitions.get(name))
            return test(node)

        return fits

    def _kinds(self, schema: _Schema) -> _Kinds:
        names = schema.get("type", (*_CLASSES, "object", "array"))
        types = {names} if isinstance(names, str) else set(names)
        kinds: dict[type, _Test] = {}
        classes = frozenset(one for name in types for one in _CLASSES.get(name, ()))
        if classes:
            kinds[Scalar] = _scalar_test(schema, classes)
        is_choice = not schema.keys().isdisjoint({"enum", "const"})
        if "object" in types and not is_choice:
            kinds[Mapping] = self._mapping_test(schema)
        if "array" in types and not is_choice:
            kinds[Sequence] = self._list_test(schema)
        return kinds

    def _mapping_test(self, schema: _Schema) -> _Test:
        known = {name: self.fits(value) for name, value in schema.get("properties", {}).items()}
        more = schema.get("additionalProperties", True)
        other = (_always if more else _never) if isinstance(more, bool) else self.fits(more)
        required = frozenset(schema.get("required", ()))
        fewest = max(schema.get("minProperties", 0), len(required))

        def fits(node: Mapping) -> bool:
            if len(node.entries) < fewest:
                return False
            for key, value in node.entries:
                if not known.get(key.text, other)(value):
                    return False
            return not required or required <= {key.text for key, _ in node.entries}

        return fits

    def _list_test(self, schema: _Schema) -> _Test:
        item = self.fits(schema["items"]) if "items" in schema else _always
        fewest, most = schema.get("minItems", 0), schema.get("maxItems")

        def fits(node: Sequence) -> bool:
            count = len(node.items)
            return count >= fewest and (most is None or count <= most) and all(map(item, node.items))

        return fits


def _always(_: Node) -> bool:
    return True


def _never(_: Node) -> bool:
    return False


def _any(branches: Iterable[Fits]) -> Fits:
    tests = tuple(branches)
    return lambda node: any(test(node) for test in tests)


def _by_kind(kinds: _Kinds) -> Fits:
    def fits(node: Node) -> bool:
        test = kinds.get(type(node))
        return test is not None and test(node)

    return fits


def _has_plain_choices(schema: _Schema) -> bool:
    """Whether choices are texts and whole numbers: Python takes true for 1, JSON Schema does not."""
    return all(type(one) in (str, int) for one in _choices(schema) or ())


def _scalar_test(schema: _Schema, classes: frozenset[type]) -> _Test:
    choices = _choices(schema)
    of_text, of_number = _text_tests(schema), _number_tests(schema)

    def fits(scalar: Scalar) -> bool:
        value = plain_scalar(scalar)
        kind = type(value)
        if kind not in classes or (choices is not None and (kind is bool or value not in choices)):
            return False
        tests = of_text if kind is str else () if kind is bool or value is None else of_number
        return not tests or all(test(value) for test in tests)

    return fits


def _choices(schema: _Schema) -> frozenset[Plain] | None:
    """Give what enum and const allow, or None where they say nothing."""
    if "enum" not in schema and "const" not in schema:
        return None
    known = frozenset(schema["enum"]) if "enum" in schema else frozenset((schema["const"],))
    return known & {schema["const"]} if "const" in schema else known


def _text_tests(schema: _Schema) -> tuple[_Test, ...]:
    tests: list[_Test] = []
    if "minLength" in schema:
        fewest = schema["minLength"]
        tests.append(lambda text: len(text) >= fewest)
    if "maxLength" in schema:
        most = schema["maxLength"]
        tests.append(lambda text: len(text) <= most)
    if "pattern" in schema:
        search = re.compile(schema["pattern"]).search
        tests.append(lambda text: search(text) is not None)
    return tuple(tests)


def _number_tests(schema: _Schema) -> tuple[_Test, ...]:
    tests: list[_Test] = []
    if "minimum" in schema:
        least = schema["minimum"]
        tests.append(lambda number: number >= least)
    if "maximum" in schema:
        most = schema["maximum"]
        tests.append(lambda number: number <= most)
    return tuple(tests)
