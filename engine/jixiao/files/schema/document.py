"""One file read and checked against its schema, ready to become model objects."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from jixiao.dataclass import dataclass
from jixiao.files import messages
from jixiao.files.collector import Collector
from jixiao.files.schema.check import check_shape
from jixiao.files.yaml.encoding import read_text
from jixiao.files.yaml.node import Mapping
from jixiao.files.yaml.tree import parse_tree
from jixiao.model.diagnostic import Diagnostic, Refused
from jixiao.model.messages import filled

_FIRST_KEYS = {
    "case": "案例: 名称",
    "ruleset": "指标表: 名称",
    "items": "数据项:",
    "checks": "核查:",
    "common": "框架: 名称",
    "findings": "疑点规则:",
}

_KINDS = {
    "case": ("案例", ("案例",)),
    "items": ("数据项文件", ("数据项",)),
    "ruleset": ("指标表", ("满分", "适用", "指标")),
    "common": ("共性框架", ("框架", "共性指标")),
}
"""What each kind of file is called, and keys that no other kind has."""


@dataclass(frozen=True, slots=True)
class Document:
    """The tree of a file and the digest of its text (SHA-256, after decoding, with LF)."""

    root: Mapping
    digest: str


def read_document(path: Path, schema: str, refuse_first: Callable[[Mapping], None] | None = None) -> Document:
    """Read a file whose content must fit rules/schema/<schema>.schema.json; raises Refused.

    `refuse_first` raises Refused where there is something to be told before what does not fit.
    """
    return document_of(read_text(path), str(path), schema, refuse_first)


def document_of(
    text: str, file: str, schema: str, refuse_first: Callable[[Mapping], None] | None = None
) -> Document:
    """Give the document of a text that need not be in a file; `file` is what messages call it. Raises Refused."""
    document = _tree_of(text, file, _FIRST_KEYS.get(schema, "键: 值"))
    _refuse_another_kind(document.root, schema)
    if refuse_first is not None:
        refuse_first(document.root)
    collector = Collector()
    check_shape(document.root, schema, collector)
    collector.refuse_if_any()
    return document


def _refuse_another_kind(root: Mapping, schema: str) -> None:
    """Refuse a file of another kind in one message, not key by key; raises Refused."""
    found = [kind for kind, (_, keys) in _KINDS.items() if any(root.get(key) is not None for key in keys)]
    if schema in _KINDS and found and schema not in found:
        message = filled(messages.ANOTHER_KIND, found=_KINDS[found[0]][0], wanted=_KINDS[schema][0])
        raise Refused(Diagnostic(root.place, message))


def read_tree(path: Path, example: str) -> Document:
    """Read a file that need only be a YAML mapping; `example` is how its first line may read."""
    return _tree_of(read_text(path), str(path), example)


def _tree_of(text: str, file: str, example: str) -> Document:
    root = parse_tree(text, file)
    if not isinstance(root, Mapping):
        raise Refused(Diagnostic(root.place, filled(messages.NOT_A_MAPPING, example=example)))
    return Document(root, digest_of(text))


def digest_of(text: str) -> str:
    """Give the SHA-256 of a text, in hex."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()
