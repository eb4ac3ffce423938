"""Where in a tree a path of keys and numbers leads, as the schema names places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping as Dictionary
from typing import TypeAlias

from jixiao.dataclass import dataclass
from jixiao.files.yaml.node import Mapping, Node, Scalar, Sequence
from jixiao.model.diagnostic import Place

Steps: TypeAlias = tuple[str | int, ...]
"""Keys of mappings and numbers of list items, from the root down."""


@dataclass(frozen=True, slots=True)
class Places:
    """All nodes of a tree by their path, found without walking down each time."""

    nodes: Dictionary[Steps, Node]
    keys: Dictionary[Steps, Scalar]

    @classmethod
    def of(cls, root: Node) -> Places:
        """Index a tree, aliases expanded; its size is bounded by MAX_NODES."""
        nodes: dict[Steps, Node] = {}
        keys: dict[Steps, Scalar] = {}
        waiting: list[tuple[Steps, Node]] = [((), root)]
        while waiting:
            steps, node = waiting.pop()
            nodes[steps] = node
            if isinstance(node, Mapping):
                keys.update({(*steps, key.text): key for key, _ in node.entries})
                waiting.extend(((*steps, key.text), value) for key, value in node.entries)
            elif isinstance(node, Sequence):
                waiting.extend(((*steps, number), item) for number, item in enumerate(node.items))
        return cls(nodes, keys)

    def node(self, steps: Iterable[str | int]) -> Node:
        """Give the node behind a path of this tree."""
        return self.nodes[tuple(steps)]

    def place(self, steps: Iterable[str | int]) -> Place:
        """Give the place of that node, or of its key where nothing stands behind the key."""
        path = tuple(steps)
        node, key = self.nodes[path], self.keys.get(path)
        is_empty = isinstance(node, Scalar) and not node.text
        return key.place if key is not None and is_empty else node.place
