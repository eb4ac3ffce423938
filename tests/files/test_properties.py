"""Laws of this stage, on files that nobody wrote by hand."""

import dataclasses
import json
import string
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st

from jixiao.files import decode, load_case, open_library, parse_tree, read_text
from jixiao.files.yaml.node import Mapping, Node, Scalar
from jixiao.model.case import Breakdown, Case, Part
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.expectation import ExpectedFigure, ExpectedFinding, ExpectedGrades

GOOD = Path(__file__).parent / "good"
LIBRARY = open_library(GOOD / "rules")
EVERYTHING = read_text(GOOD / "cases" / "everything.yaml")
PLAIN_NUMBER = set("0123456789.")

yaml_like = st.text(st.sampled_from("[]{}:,-#&*!|>'\"%@`?~ \n\t案例值：，1a\\\r\x85\ufeff\0"))
words = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=8)
json_like = st.recursive(
    words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(words, inner, max_size=4),
    max_leaves=20,
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("property") / "case.yaml"


def refusals(read: Callable[[], object]) -> tuple[Diagnostic, ...]:
    """Give what a file was refused for; no exception but Refused may come out."""
    try:
        read()
    except Refused as refused:
        return refused.diagnostics
    return ()


def is_chinese(diagnostic: Diagnostic) -> bool:
    return any("一" <= character <= "鿿" for character in diagnostic.message)


@given(st.binary() | yaml_like.map(str.encode) | st.text().map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_give_a_tree_or_a_refusal_in_chinese(data: bytes) -> None:
    assert all(map(is_chinese, refusals(lambda: parse_tree(decode(data, "甲"), "甲"))))


@given(st.text(st.characters()) | yaml_like)
def test_any_text_gives_a_tree_or_a_refusal_within_the_text(text: str) -> None:
    last = len(text.splitlines()) + 1
    assert all(one.place.line <= last for one in refusals(lambda: parse_tree(text, "甲")))


@given(
    start=st.integers(0, len(EVERYTHING)),
    length=st.integers(0, 40),
    put=yaml_like | st.text(max_size=5) | st.sampled_from(["值", "单位: 人", "- ", "1e999", "9" * 40, "是"]),
)
def test_a_case_with_any_cut_or_insertion_is_read_or_refused(
    path: Path, start: int, length: int, put: str
) -> None:
    text = EVERYTHING[:start] + put + EVERYTHING[start + length :]
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    assert all(map(is_chinese, refusals(lambda: load_case(path, LIBRARY))))


@given(json_like)
def test_the_tree_of_json_is_that_json(value: Any) -> None:
    tree = parse_tree(json.dumps(value, ensure_ascii=False), "甲")
    assert as_json(tree) == value


@given(
    whole=st.text(string.digits, min_size=1, max_size=15),
    part=st.text(string.digits, max_size=15),
    sign=st.sampled_from(["", "-", "+"]),
    wide=st.booleans(),
    quote=st.sampled_from(["", "'", '"']),
)
def test_a_printed_decimal_survives_exactly(
    path: Path, whole: str, part: str, sign: str, wide: bool, quote: str
) -> None:
    printed = sign + whole + (f".{part}" if part else "")
    written = printed.translate({ord(c): ord(c) + 0xFEE0 for c in string.digits}) if wide else printed
    head = (GOOD / "cases" / "minimal.yaml").read_text("utf-8")
    path.write_text(f"{head}数据: {{年初预算: {{值: {quote}{written}{quote}, 单位: 万元}}}}\n", "utf-8")
    [statement] = load_case(path, LIBRARY)[0].whole.statements["年初预算"]
    assert statement.quantity.value == Fraction(printed)
    assert statement.quantity.decimals == len(part)


@given(st.randoms(use_true_random=False))
def test_the_order_of_keys_does_not_matter(path: Path, random: Any) -> None:
    path.write_text(shuffled(parse_tree(EVERYTHING, "甲"), random), "utf-8")
    assert bare(load_case(path, LIBRARY)[0]) == bare(
        load_case(GOOD / "cases" / "everything.yaml", LIBRARY)[0]
    )


_UNORDERED = Breakdown | Part | ExpectedFigure | ExpectedGrades | ExpectedFinding
"""What stands in the order of the file only."""


def as_json(node: Node) -> Any:
    """Give a tree as the JSON it was written from."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key.text: as_json(value) for key, value in node.entries}
    return [as_json(item) for item in node.items]


def shuffled(node: Node, random: Any) -> str:
    """Write a tree with the keys of every mapping in another order."""
    if isinstance(node, Scalar):
        is_number = node.plain and set(node.text) <= PLAIN_NUMBER
        return node.text if is_number else json.dumps(node.text, ensure_ascii=False)
    if isinstance(node, Mapping):
        entries = [
            f"{json.dumps(key.text, ensure_ascii=False)}: {shuffled(value, random)}"
            for key, value in node.entries
        ]
        random.shuffle(entries)
        return "{" + ", ".join(entries) + "}"
    return "[" + ", ".join(shuffled(item, random) for item in node.items) + "]"


def bare(value: Any) -> Any:
    """Give a model without places, digest and the order that only the file's keys give."""
    if isinstance(value, Case):
        value = dataclasses.replace(value, digest="")
    if isinstance(value, Place):
        return None
    if dataclasses.is_dataclass(value):
        return {field.name: bare(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {key: bare(inner) for key, inner in value.items()}
    if isinstance(value, tuple | list):
        inner = [bare(one) for one in value]
        return sorted(inner, key=repr) if value and isinstance(value[0], _UNORDERED) else inner
    return value
