"""JSON as it is written: the text that json.dumps gives, only sooner, and safe to look at in a terminal."""

import json
import re

from hypothesis import given, strategies as st

from jixiao.reports.page.json_object import text_of, written

texts = st.text() | st.sampled_from(["\udcff", '"\\/\b\n\x1f\x7f\u2028', "核算"])
values = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(texts, inner, max_size=3)
    ),
    max_leaves=12,
)


def dumped(value: object) -> str:
    """Give what json.dumps writes, with escapes for what steers a terminal."""
    text = json.dumps(value, ensure_ascii=False, indent=2)
    steers = r"[\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
    return re.sub(steers, lambda sign: json.dumps(sign[0])[1:-1], text)


@given(st.dictionaries(texts, values, max_size=4))
def test_a_document_is_what_json_dumps_writes(document: dict[str, object]) -> None:
    assert written(document) == dumped(document) + "\n"


@given(values, st.integers(0, 3))
def test_a_value_inside_is_what_json_dumps_writes_there(value: object, depth: int) -> None:
    around: object = value
    for _ in range(depth):
        around = [around]
    start, end = ("".join(f"[\n{'  ' * step}" for step in range(1, depth + 1)), "".join(
        f"\n{'  ' * step}]" for step in range(depth - 1, -1, -1)
    ))  # fmt: skip
    assert start + text_of(value, "  " * depth) + end == dumped(around)


def test_what_steers_a_terminal_is_escaped() -> None:
    """A sentence or a file name may hold it; a program reads the same."""
    text = text_of({"a": "x\x9b31my\u202ez"})
    assert text.isascii()
    assert json.loads(text) == {"a": "x\x9b31my\u202ez"}
