"""YAML text → tree of nodes with places, from PyYAML's event stream.

Iterative: nothing here calls itself, so no input can exhaust Python's stack. Anchors and
aliases are allowed, but every alias counts with all that it stands for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

import yaml
from yaml.reader import Reader

from jixiao.dataclass import dataclass, field
from jixiao.files import messages
from jixiao.files.yaml.events import LINE_BREAK, events
from jixiao.files.yaml.node import Mapping, Node, Scalar, Sequence
from jixiao.files.yaml.problems import syntax_diagnostic
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled

MAX_DEPTH = 32
"""Deepest nesting; a case needs 8. Stops stacks of brackets that exhaust whoever walks the tree."""

MAX_NODES = 20_000
"""Most nodes after aliases are expanded; the largest real case has 2,300. Stops the billion
laughs, and files that keep the schema check busy for minutes."""

MAX_DUPLICATES = 50
"""Most repeated keys reported. Stops a file of 10,000 equal keys from flooding the screen."""

_UNPRINTABLE = Reader.NON_PRINTABLE
_RETURN = re.compile("\r")
"""Printable to PyYAML; a text that was read has none, for line ends are then LF."""
_DIRECTIVE = re.compile("^%", re.MULTILINE)
_QUOTES = ("'", '"')
_TAG_PREFIX = "tag:yaml.org,2002:"


def parse_tree(text: str, file: str) -> Node:
    """Give the tree of a YAML text with LF line ends; raises Refused at the first fault.

    Of faults that do not hide others (keys that stand twice) all are reported.
    """
    _refuse_characters(text, file)
    builder = _Builder(file)
    try:
        builder.take(events(text))
    except yaml.MarkedYAMLError as error:
        raise Refused(syntax_diagnostic(error, text, file)) from error
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        # ValueError: the pure Python scanner fails so on an escape beyond U+10FFFF.
        raise Refused(syntax_diagnostic(None, text, file)) from error
    return builder.finished()


def _refuse_characters(text: str, file: str) -> None:
    """Refuse what the parser would refuse without a place, or take too long over."""
    unprintable = (found for pattern in (_UNPRINTABLE, _RETURN) if (found := pattern.search(text)))
    first = min(unprintable, key=lambda found: found.start(), default=None)
    for found, message in ((first, messages.NOT_PRINTABLE), (_DIRECTIVE.search(text), messages.DIRECTIVE)):
        if found:
            *above, line = LINE_BREAK.split(text[: found.start()])
            place = Place(file, len(above) + 1, len(line) + 1)
            raise Refused(Diagnostic(place, filled(message, code=f"{ord(found[0]):04X}")))


@dataclass(slots=True)
class _Open:
    """A list or mapping that is being read."""

    is_mapping: bool
    place: Place
    anchor: str | None
    children: list[Node] = field(default_factory=list)
    size: int = 1
    height: int = 1


@dataclass(frozen=True, slots=True)
class _Anchored:
    node: Node
    size: int
    height: int


class _Builder:
    """Builds the tree event by event, within the limits."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._open: list[_Open] = []
        self._anchors: dict[str, _Anchored | None] = {}
        self._root: Node | None = None
        self._size = 0
        self._duplicates: list[Diagnostic] = []

    def take(self, events: Iterable[yaml.Event]) -> None:
        """Take the events of a stream, one after the other."""
        ways: dict[type[yaml.Event], Callable[[Any], None]] = {
            yaml.AliasEvent: self._take_alias,
            yaml.MappingStartEvent: self._take_start,
            yaml.SequenceStartEvent: self._take_start,
            yaml.MappingEndEvent: self._take_end,
            yaml.SequenceEndEvent: self._take_end,
            yaml.DocumentStartEvent: self._take_document,
        }
        take_scalar, scalar = self._take_scalar, yaml.ScalarEvent
        for event in events:
            if type(event) is scalar:
                take_scalar(event)
                continue
            way = ways.get(type(event))
            if way is not None:
                way(event)

    def finished(self) -> Node:
        """Give the tree; raises Refused for an empty stream or keys that stand twice."""
        if self._duplicates:
            raise Refused(*self._duplicates)
        if self._root is None:
            raise self._refused(Place(self._file), messages.EMPTY_FILE)
        return self._root

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        """Take a text. Most of a file are texts, so those within something and without an anchor go no further."""
        mark, text, style = event.start_mark, event.value, event.style
        assert mark is not None
        place = tuple.__new__(Place, (self._file, mark.line + 1, mark.column + 1, ""))
        if event.tag is not None:
            raise self._refused_tag(event, place)
        if style == '"' and _UNPRINTABLE.search(text):
            code = f"{ord(_UNPRINTABLE.findall(text)[0]):04X}"
            raise self._refused(place, messages.NOT_PRINTABLE, code=code)
        node = tuple.__new__(Scalar, (text, not style, place, style in _QUOTES))
        if event.anchor is None and self._open and self._size < MAX_NODES:
            self._size += 1
            around = self._open[-1]
            around.children.append(node)
            around.size += 1
        else:
            self._add(node, 1, 0, event.anchor)

    def _take_alias(self, event: yaml.AliasEvent) -> None:
        place = self._place(event)
        if event.anchor not in self._anchors:
            raise self._refused(place, messages.UNKNOWN_ALIAS, name=event.anchor)
        known = self._anchors[event.anchor]
        if known is None:
            raise self._refused(place, messages.SELF_ALIAS, name=event.anchor)
        self._refuse_depth(len(self._open) + known.height, place)
        self._add(known.node, known.size, known.height, None)

    def _take_start(self, event: yaml.CollectionStartEvent) -> None:
        place = self._place(event)
        if event.tag is not None:
            raise self._refused_tag(event, place)
        self._refuse_depth(len(self._open) + 1, place)
        if event.anchor is not None:
            self._anchors[event.anchor] = None
        self._open.append(_Open(isinstance(event, yaml.MappingStartEvent), place, event.anchor))

    def _take_document(self, event: yaml.DocumentStartEvent) -> None:
        if self._root is not None:
            raise self._refused(self._place(event), messages.SEVERAL_DOCUMENTS)

    def _take_end(self, _: yaml.CollectionEndEvent) -> None:
        done = self._open.pop()
        node: Node = Sequence(tuple(done.children), done.place)
        if done.is_mapping:
            is_listed = bool(self._open) and not self._open[-1].is_mapping
            node = Mapping(self._entries(done, is_listed=is_listed), done.place)
        self._size -= done.size - 1
        self._add(node, done.size, done.height, done.anchor)

    def _add(self, node: Node, size: int, height: int, anchor: str | None) -> None:
        """Put a finished node where it belongs; `size` counts all that it holds."""
        self._size += size
        if self._size > MAX_NODES:
            raise self._refused(node.place, messages.TOO_MANY_NODES, limit=MAX_NODES)
        if anchor is not None:
            self._anchors[anchor] = _Anchored(node, size, height)
        if self._open:
            around = self._open[-1]
            around.children.append(node)
            around.size += size
            if around.height <= height:
                around.height = height + 1
        else:
            self._root = node

    def _entries(self, done: _Open, *, is_listed: bool) -> tuple[tuple[Scalar, Node], ...]:
        """Pair keys with values; notes keys that stand twice."""
        keys = [key for key in done.children[::2] if isinstance(key, Scalar)]
        if len({key.text for key in keys}) < len(done.children) // 2:
            self._note_keys(done.children[::2], is_listed=is_listed)
        return tuple(zip(keys, done.children[1::2], strict=True))

    def _note_keys(self, keys: list[Node], *, is_listed: bool) -> None:
        """Refuse a key that is no text; note keys that stand twice.

        Where the first key of a thing in a list comes again, another thing begins without its dash: that is told alone.
        """
        first: dict[str, Scalar] = {}
        for key in keys:
            if not isinstance(key, Scalar):
                raise self._refused(key.place, messages.KEY_NOT_TEXT)
            earlier = first.setdefault(key.text, key)
            if earlier is keys[0] is not key and is_listed:
                self._note_duplicate(key, earlier, messages.DUPLICATE_FIRST_KEY)
                return
            if earlier is not key:
                self._note_duplicate(key, earlier, messages.DUPLICATE_KEY)

    def _note_duplicate(self, key: Scalar, earlier: Scalar, message: str) -> None:
        if len(self._duplicates) < MAX_DUPLICATES:
            text = filled(message, key=key.text, first=earlier.place.line)
            self._duplicates.append(Diagnostic(key.place, text))

    def _refuse_depth(self, depth: int, place: Place) -> None:
        if depth > MAX_DEPTH:
            raise self._refused(place, messages.TOO_DEEP, limit=MAX_DEPTH)

    def _refused_tag(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, place: Place) -> Refused:
        name = (event.tag or "").replace(_TAG_PREFIX, "!!")
        return self._refused(place, messages.TAG, tag=name)

    def _place(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        if not mark:
            return Place(self._file)
        return tuple.__new__(Place, (self._file, mark.line + 1, mark.column + 1, ""))

    def _refused(self, place: Place, message: str, **pieces: object) -> Refused:
        return Refused(Diagnostic(place, filled(message, **pieces)))
