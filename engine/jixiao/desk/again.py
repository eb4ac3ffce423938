"""A report read again into a case that a person has worked on: nothing of it is changed, what is new is told at its end."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from jixiao.dataclass import dataclass
from jixiao.documents.draft.text import statement_lines
from jixiao.files import decode, parse_tree
from jixiao.files.yaml.node import Mapping, Node, Sequence
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.draft import Draft
from jixiao.quantity import fold_width

HEAD = "# ── 再次读取报告时读到、案例里没有的（jixiao read 附在这里，不起作用；要用的移到上面） ──"
CODECS = ("utf-8", "gb18030")

Said = tuple[str, str, str]
"""A statement: what of, its value and its place."""


@dataclass(frozen=True, slots=True)
class Again:
    """What reading again comes to: how many figures are new, and the file's bytes with them; None where it stays as it is."""

    new: int = 0
    data: bytes | None = None


def read_again(path: Path, draft: Draft) -> Again:
    """Compare a draft with the case file that is there; raises Refused where that can't be read."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise Refused(Diagnostic(Place(str(path)), f"读不了（{type(error).__name__}）")) from error
    plain = decode(data, str(path))
    lines = set(plain.split("\n"))
    told = (f"# {text}" for text in _unknown(draft, _said(parse_tree(plain, str(path)))))
    fresh = list(dict.fromkeys(line for line in told if line not in lines))
    if not fresh:
        return Again()
    added = fresh if HEAD in lines else [HEAD, *fresh]
    return Again(len(fresh), _appended(data, added))


def _appended(data: bytes, lines: list[str]) -> bytes:
    """Give the bytes of a file with lines at its end, in its own encoding and with its own line ends."""
    body = data.removeprefix(codecs.BOM_UTF8)
    codec = next(codec for codec in CODECS if _decodes(body, codec))
    end = "\r\n" if b"\r\n" in data else "\n"
    start = "" if data.endswith((b"\n", b"\r")) else end
    return data + (start + "".join(f"{line}{end}" for line in lines)).encode(codec, "replace")


def _decodes(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _unknown(draft: Draft, said: Iterable[Said]) -> Iterator[str]:
    """Yield the lines of figures that the case does not state, each statement of it standing for one figure.

    First for one of its own name, then for any of its value and place: a person may have renamed it.
    """
    left = Counter(said)
    others: list[tuple[Said, str]] = []
    for name, figure, text in statement_lines(draft):
        one = (_plain(name), _plain(figure.value), _plain(figure.place))
        if left[one]:
            left[one] -= 1
        else:
            others.append((one, text))
    renamed: Counter[tuple[str, str]] = Counter()
    for (_, value, place), count in left.items():
        renamed[value, place] += count
    for (_, value, place), text in others:
        if renamed[value, place]:
            renamed[value, place] -= 1
        else:
            yield text


def _said(node: Node) -> Iterator[Said]:
    """Yield what is stated in a case, and where."""
    waiting = [("", node)]
    while waiting:
        name, one = waiting.pop()
        if isinstance(one, Sequence):
            waiting.extend((name, item) for item in one.items)
        elif isinstance(one, Mapping):
            if one.scalar("值") is not None:
                yield _plain(name), _plain(one.text("值")), _plain(one.text("出处"))
            waiting.extend((key.text, value) for key, value in one.entries)


def _plain(text: str) -> str:
    return "".join(fold_width(text).split())
