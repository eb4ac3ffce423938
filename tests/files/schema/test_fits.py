"""The test made of a schema lets pass what jsonschema finds no fault with, and nothing else."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st
from jsonschema import Draft202012Validator

from jixiao.files.schema.check import read_schema
from jixiao.files.schema.document import read_tree
from jixiao.files.schema.fits import KEYWORDS, compile_schema
from jixiao.files.schema.plain import plain
from jixiao.files.yaml.node import Mapping, Node, Scalar, Sequence
from jixiao.model.diagnostic import Place

ROOT = Path(__file__).parents[3]
DOCUMENTS = {
    "case": sorted((ROOT / "cases").rglob("*.yaml")),
    "ruleset": sorted(path for path in (ROOT / "rules").glob("*/*-20*.yaml") if path.parent.name != "common"),
    "items": [ROOT / "rules" / "items.yaml"],
    "checks": sorted((ROOT / "rules" / "checks").glob("*.yaml")),
    "common": sorted((ROOT / "rules" / "common").glob("*.yaml")),
    "findings": sorted((ROOT / "rules" / "findings").glob("*.yaml")),
}
SCHEMAS = sorted(DOCUMENTS)
HERE = Place("x.yaml", 1, 1)
TREES = {kind: [read_tree(path, "x").root for path in paths] for kind, paths in DOCUMENTS.items()}
FITS = {kind: compile_schema(read_schema(kind)) for kind in SCHEMAS}
PEERS = {kind: Draft202012Validator(read_schema(kind)) for kind in SCHEMAS}

WORDS = "true false null ~ 0 1 -1 1.0 2 2022 1989 2101 1990.5 12345678901234567890 是 否 无 严重 scored 加分 A a-b a@2 ① 2025-01-01"
texts = st.sampled_from([*WORDS.split(), "", " ", "文" * 300])
scalars = st.builds(lambda text, is_plain: Scalar(text, is_plain, HERE), texts, st.booleans())


def nodes_of(node: Node) -> Iterator[Node]:
    yield node
    inner = node.items if isinstance(node, Sequence) else ()
    inner = tuple(value for _, value in node.entries) if isinstance(node, Mapping) else inner
    for one in inner:
        yield from nodes_of(one)


def swapped(node: Node, target: Node, new: Node) -> Node:
    """The tree with one node in place of another."""
    if node is target:
        return new
    if isinstance(node, Mapping):
        return replace(node, entries=tuple((key, swapped(value, target, new)) for key, value in node.entries))
    if isinstance(node, Sequence):
        return replace(node, items=tuple(swapped(item, target, new) for item in node.items))
    return node


@st.composite
def changed(draw: st.DrawFn, node: Node, pool: list[Node]) -> Node:
    """A node with something taken out of it or put into it, or another in its stead."""
    ways = ["other", "scalar", "nothing", "wrapped"]
    if isinstance(node, Mapping) and node.entries:
        ways += ["less", "less", "more", "more"]
    if isinstance(node, Sequence) and node.items:
        ways += ["less", "twice"]
    way = draw(st.sampled_from(ways))
    if way == "less" and not isinstance(node, Scalar):
        gone = draw(st.integers(0, len(node.entries if isinstance(node, Mapping) else node.items) - 1))
        if isinstance(node, Mapping):
            return replace(node, entries=node.entries[:gone] + node.entries[gone + 1 :])
        return replace(node, items=node.items[:gone] + node.items[gone + 1 :])
    if way == "more" and isinstance(node, Mapping):
        keys = [key.text for one in pool if isinstance(one, Mapping) for key, _ in one.entries]
        name = draw(st.sampled_from([*dict.fromkeys(keys), "另一个"]))
        left = tuple(entry for entry in node.entries if entry[0].text != name)
        value = draw(st.one_of(scalars, st.sampled_from(pool)))
        return replace(node, entries=(*left, (Scalar(name, plain=True, place=HERE), value)))
    if way == "twice" and isinstance(node, Sequence):
        return replace(node, items=node.items * 2)
    if way == "nothing":
        return draw(st.sampled_from([Mapping((), HERE), Sequence((), HERE)]))
    if way == "wrapped":
        return Sequence((node,), HERE)
    return draw(scalars) if way == "scalar" else draw(st.sampled_from(pool))


@st.composite
def documents(draw: st.DrawFn, kind: str) -> Node:
    """A real document, changed in some places."""
    tree: Node = draw(st.sampled_from(TREES[kind]))
    for _ in range(draw(st.integers(0, 2))):
        pool = list(nodes_of(tree))
        target = draw(st.sampled_from(pool))
        tree = swapped(tree, target, draw(changed(target, pool)))
    return tree


@pytest.mark.parametrize("kind", SCHEMAS)
def test_real_documents_fit(kind: str) -> None:
    assert TREES[kind]
    assert all(map(FITS[kind], TREES[kind]))


@pytest.mark.parametrize("kind", SCHEMAS)
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_agrees_with_jsonschema(kind: str, data: st.DataObject) -> None:
    tree = data.draw(documents(kind))
    assert FITS[kind](tree) == PEERS[kind].is_valid(plain(tree))


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_agrees_with_jsonschema_on_any_schema(data: st.DataObject) -> None:
    """Also where keywords meet that rules/schema does not bring together."""
    schema = data.draw(schemas)
    tree = data.draw(trees)
    assert compile_schema(schema)(tree) == Draft202012Validator(schema).is_valid(plain(tree))


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_keyword_of_our_schemas_is_known(kind: str) -> None:
    assert set(keywords_of(read_schema(kind))) <= KEYWORDS


@pytest.mark.parametrize(
    "schema",
    [{"type": "string", "format": "date"}, {"enum": [True]}, {"const": None}, {"$ref": "#/$defs/none"}],
)
def test_what_is_not_known_is_left_to_jsonschema(schema: dict[str, Any]) -> None:
    assert not compile_schema(schema)(Scalar("2025-01-01", plain=False, place=HERE))


def keywords_of(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema
        inner = [
            *schema.get("properties", {}).values(),
            *schema.get("$defs", {}).values(),
            *schema.get("anyOf", ()),
        ]
        for one in (*inner, schema.get("items"), schema.get("additionalProperties")):
            yield from keywords_of(one)


types = st.sampled_from("string integer number boolean null object array".split())
simple = st.fixed_dictionaries(
    {},
    optional={
        "type": st.one_of(types, st.lists(types, min_size=1, max_size=3, unique=True)),
        "enum": st.lists(st.sampled_from(["是", "1", 1, 0, 2022]), min_size=1, max_size=3, unique=True),
        "const": st.sampled_from(["是", 1, "无"]),
        "minLength": st.integers(0, 3),
        "maxLength": st.integers(0, 3),
        "pattern": st.sampled_from(["^[0-9]+$", "是", "^$"]),
        "minimum": st.integers(-1, 2022),
        "maximum": st.integers(-1, 2022),
        "description": st.just("x"),
    },
)
names = st.sampled_from(["a", "b", "c"])
schemas = st.recursive(
    simple,
    lambda inner: st.fixed_dictionaries(
        {},
        optional={
            "type": types,
            "properties": st.dictionaries(names, inner, max_size=2),
            "additionalProperties": st.one_of(st.booleans(), inner),
            "required": st.lists(names, max_size=2, unique=True),
            "minProperties": st.integers(0, 3),
            "items": inner,
            "minItems": st.integers(0, 2),
            "maxItems": st.integers(0, 2),
            "anyOf": st.lists(inner, min_size=1, max_size=2),
        },
    ),
    max_leaves=4,
)
trees = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: Sequence(tuple(items), HERE)),
        st.dictionaries(names, inner, max_size=3).map(
            lambda found: Mapping(
                tuple((Scalar(key, plain=True, place=HERE), one) for key, one in found.items()), HERE
            )
        ),
    ),
    max_leaves=6,
)
