"""来源 of a case, and every 出处 that names none of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping as Dictionary
from pathlib import PurePosixPath, PureWindowsPath

from jixiao.files import messages
from jixiao.files.collector import Collector
from jixiao.files.yaml.node import Mapping, Node, Scalar, Sequence
from jixiao.language.formula import plain_name
from jixiao.model.diagnostic import Diagnostic
from jixiao.model.messages import filled, listed, nearest

SOURCE = "出处"


def read_sources(root: Mapping, collector: Collector) -> dict[str, str]:
    """Give label → file; notes a path that leaves the folder of the case."""
    for _, node in root.within("来源"):
        if isinstance(node, Scalar) and _leaves_folder(node.text.strip()):
            collector.add(node.place, messages.LEAVES_FOLDER, path=node.text.strip())
    return labels_of(root)


def named_places(node: Node) -> Iterator[Scalar]:
    """Yield every 出处 of a case, in no order."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Sequence):
            waiting.extend(one.items)
        elif isinstance(one, Mapping):
            for key, value in one.entries:
                if key.text == SOURCE and isinstance(value, Scalar):
                    yield value
                else:
                    waiting.append(value)


def labels_of(root: Mapping) -> dict[str, str]:
    """Give label → file, as far as they are written as such."""
    return {
        key.text.strip(): node.text.strip() for key, node in root.within("来源") if isinstance(node, Scalar)
    }


def unknown_sources(root: Mapping, known: Dictionary[str, str]) -> Iterator[Diagnostic]:
    """Yield every 出处 that begins with no label of 来源, in the order of the file.

    Where a case lists no 来源 there is nothing that a 出处 could be held against.
    """
    labels = {plain_name(label): label for label in known}
    beginnings = tuple(labels)
    for place in sorted(named_places(root), key=lambda one: one.place) if labels else ():
        if not plain_name(place.text).startswith(beginnings):
            word = place.text.split(maxsplit=1)[0] if place.text.strip() else ""
            near = nearest(word, labels, most=1)
            message = filled(messages.UNKNOWN_SOURCE, text=place.text, near=near, known=listed(sorted(known)))
            yield Diagnostic(place.place, message)


def _leaves_folder(path: str) -> bool:
    """Whether a path is absolute or climbs, as any system reads it. Stops files being read from elsewhere."""
    posix, windows = PurePosixPath(path), PureWindowsPath(path)
    is_elsewhere = posix.is_absolute() or bool(windows.anchor) or path.startswith("~")
    return is_elsewhere or ".." in windows.parts
