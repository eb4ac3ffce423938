"""A tree → the text of a YAML file, as people write cases: sections as blocks, what is stated on one line."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.files.yaml.node import Mapping, Node, Scalar
from jixiao.model.word import word

_STEP = "  "


def yaml_text(root: Mapping) -> str:
    """Write a mapping; parsing it gives the same keys and texts."""
    return "".join(f"{line}\n" for line in _block(root, ""))


def _block(node: Mapping, indent: str) -> Iterator[str]:
    for key, value in node.entries:
        yield from _entry(f"{indent}{word(key.text)}:", value, indent)


def _entry(key: str, value: Node, indent: str) -> Iterator[str]:
    """Write a key and its value: on one line, or below it."""
    if _is_flat(value) and not (isinstance(value, Mapping) and not indent and len(value.entries) > 3):
        yield f"{key} {_flow(value)}"
    elif isinstance(value, Mapping):
        if not indent:
            yield ""
        yield key
        yield from _block(value, indent + _STEP)
    else:
        assert not isinstance(value, Scalar)
        if not indent:
            yield ""
        yield key
        for one in value.items:
            if _is_flat(one):
                yield f"{indent}{_STEP}- {_flow(one)}"
            else:
                assert isinstance(one, Mapping)
                first, *rest = _block(one, indent + _STEP * 2)
                yield f"{indent}{_STEP}- {first.lstrip()}"
                yield from rest


def _is_flat(node: Node) -> bool:
    if isinstance(node, Scalar):
        return True
    if isinstance(node, Mapping):
        return all(isinstance(value, Scalar) or _is_list_of_texts(value) for _, value in node.entries)
    return _is_list_of_texts(node)


def _is_list_of_texts(node: Node) -> bool:
    return not isinstance(node, Mapping | Scalar) and all(isinstance(one, Scalar) for one in node.items)


def _flow(node: Node) -> str:
    if isinstance(node, Scalar):
        return node.text if node.plain else word(node.text)
    if isinstance(node, Mapping):
        return "{" + ", ".join(f"{word(key.text)}: {_flow(value)}" for key, value in node.entries) + "}"
    return "[" + ", ".join(map(_flow, node.items)) + "]"
