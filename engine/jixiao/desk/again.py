"""A report read again into a case that a person has worked on: nothing of it is changed, what is new is told at its end."""

from __future__ import annotations

import codecs
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from jixiao.dataclass import dataclass
from jixiao.documents.draft.text import statement_lines
from jixiao.files import decode, parse_tree
from jixiao.files.names import compared
from jixiao.files.yaml.node import Mapping, Node, Sequence
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.draft import Draft, DraftClaim
from jixiao.quantity import NumberError, UnitError, fold_width, parse_said

HEAD = "# ── 再次读取报告时读到、案例里没有的（jixiao read 附在这里，不起作用；要用的移到上面） ──"
CODECS = ("utf-8", "gb18030")

Said = tuple[str, str, str]
"""A statement: what of, its value and its place."""
_COMPARED = ("总分", "平均分", "等级", "得分", "扣分", "比率")
"""What of a claim is held against the case; a reason is put in other words by whoever works on it."""
_OTHERWISE = "自评{what} 案例{case}，报告{report}（{place}）"
_NOTHING = "没有"


@dataclass(frozen=True, slots=True)
class Again:
    """What reading again comes to: how many figures and claims are new, and the file's bytes with them; None where it stays as it is."""

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
    tree = parse_tree(plain, str(path))
    told = (f"# {text}" for text in (*_unknown(draft, _said(tree)), *_claimed_otherwise(draft, tree)))
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


def _claimed_otherwise(draft: Draft, node: Node) -> Iterator[str]:
    """Yield what the reports claim and the case does not, or otherwise: 自评总分 案例98，报告88."""
    every = list(_claims_in(node))
    for part in draft.all_parts:
        nodes = (list(_claims_in(node, part.name)) if part.name else []) or every
        for claim in (*([part.whole] if part.whole else []), *part.claims):
            held = nodes if not claim.indicator else list(_of_indicator(nodes, claim.indicator))
            for key, value in claim.said:
                if key in _COMPARED and (not claim.indicator or not held or _has(held, key)):
                    case = [one.text(key) for one in held if one.scalar(key) is not None]
                    if not any(_same(one, value) for one in case):
                        yield _otherwise(claim, part.name, key, value, case)


def _otherwise(claim: DraftClaim, project: str, key: str, value: str, case: list[str]) -> str:
    of = " ".join(filter(None, (project, claim.indicator)))
    what = f" {of} {key}" if of else key
    said = "、".join(dict.fromkeys(case)) or _NOTHING
    return "  " + _OTHERWISE.format(what=what, case=said, report=value, place=claim.place)


def _claims_in(node: Node, project: str = "") -> Iterator[Mapping]:
    """Yield what stands under 自评: of the case, and of each of its projects; or of the project of a name."""
    if not isinstance(node, Mapping):
        return
    projects = [one for key, value in node.entries if key.text == "项目" for one in _items(value)]
    own = [one for one in projects if compared(one.text("名称")) == compared(project)]
    for one in own if project else (node, *projects):
        yield from (value for key, value in one.entries if key.text == "自评" and isinstance(value, Mapping))


def _items(node: Node) -> Iterator[Mapping]:
    if isinstance(node, Sequence):
        yield from (one for one in node.items if isinstance(one, Mapping))


def _of_indicator(nodes: Iterable[Mapping], name: str) -> Iterator[Mapping]:
    for node in nodes:
        for key, value in _entries(node, "指标"):
            if compared(key) == compared(name) and isinstance(value, Mapping):
                yield value


def _entries(node: Mapping, name: str) -> Iterator[tuple[str, Node]]:
    for key, value in node.entries:
        if key.text == name and isinstance(value, Mapping):
            yield from ((one.text, inner) for one, inner in value.entries)


def _has(nodes: Iterable[Mapping], key: str) -> bool:
    return any(one.scalar(key) is not None for one in nodes)


def _same(text: str, other: str) -> bool:
    """Whether two claims are the same, 98 and 98.0."""
    try:
        one, two = parse_said(text, None, None), parse_said(other, None, None)
    except (NumberError, UnitError):
        return _plain(text) == _plain(other)
    return one.base == two.base


def _plain(text: str) -> str:
    return "".join(fold_width(text).split())
