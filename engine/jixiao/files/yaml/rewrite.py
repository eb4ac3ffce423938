"""Texts of a YAML file replaced at their places, everything else left as it is, byte for byte."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from jixiao.dataclass import dataclass
from jixiao.files import messages
from jixiao.files.yaml.encoding import decode
from jixiao.files.yaml.node import Mapping, Node, Sequence as NodeSequence
from jixiao.files.yaml.tree import parse_tree
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.ruleset import Text
from jixiao.model.trial import Revision

LINE = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""What ends a line in a file as it is: YAML's line ends before they are read as LF."""


@dataclass(frozen=True, slots=True)
class Manuscript:
    """A file as it is: its bytes, the text in them, and which places stand for one value only."""

    path: Path
    text: str
    codec: str
    mark: bytes
    values: Counter[tuple[int, int]]

    @classmethod
    def open(cls, path: Path) -> Manuscript:
        """Read a file that can be written back as it is; raises Refused for any other."""
        try:
            data = path.read_bytes()
        except OSError as error:
            why = type(error).__name__
            raise Refused(Diagnostic(Place(str(path)), messages.UNREADABLE.format(why=why))) from error
        plain = decode(data, str(path))
        mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
        body = data.removeprefix(mark)
        for codec in ("utf-8", "gb18030"):
            try:
                text = body.decode(codec)
            except UnicodeDecodeError:
                continue
            if text.encode(codec) == body:
                values = Counter(_places(parse_tree(plain, str(path))))
                return cls(path, text, codec, mark, values)
        raise Refused(Diagnostic(Place(str(path)), messages.LOSSY))

    def refusal(self, revision: Revision, others: Iterable[Revision] = ()) -> str:
        """Say why a text can't be replaced at its place; empty where it can."""
        written = revision.written
        at = (written.place.line, written.place.column)
        if any(one.written.place == written.place and one.new != revision.new for one in others):
            return messages.REWRITTEN_TWICE
        start = self._start(written)
        # A quoted text begins one column behind its node; a list begins one column before its first item.
        quoted = start is not None and self.text[start - 1 : start] in ('"', "'")
        if self.values[at[0], at[1] - quoted] > 1:
            return messages.REWRITTEN_ALIAS
        return "" if start is not None else messages.REWRITTEN_SPLIT

    def revised(self, revisions: Sequence[Revision]) -> bytes:
        """Give the bytes of the file with every one of the revisions made, none of them refused."""
        text = self.text
        starts = {self._start(one.written): one for one in revisions}
        for start in sorted((start for start in starts if start is not None), reverse=True):
            one = starts[start]
            text = text[:start] + one.new + text[start + len(one.written.text) :]
        return self.mark + text.encode(self.codec)

    def _start(self, written: Text) -> int | None:
        """Give where a text stands, or None where the file has something else there."""
        ends = [0, *(found.end() for found in LINE.finditer(self.text))]
        line = written.place.line - 1
        if not 0 <= line < len(ends):
            return None
        start = ends[line] + written.place.column - 1
        return start if written.text and self.text.startswith(written.text, start) else None


def _places(root: Node) -> Iterator[tuple[int, int]]:
    """Yield the place of every node, once for each time that it is used."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node.place.line, node.place.column
        if isinstance(node, Mapping):
            waiting.extend(value for _, value in node.entries)
        elif isinstance(node, NodeSequence):
            waiting.extend(node.items)
