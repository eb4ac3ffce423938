"""JSON as it is written: the text that json.dumps gives, only sooner."""

import json

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


@given(st.dictionaries(texts, values, max_size=4))
def test_a_document_is_what_json_dumps_writes(document: dict[str, object]) -> None:
    assert written(document) == json.dumps(document, ensure_ascii=False, indent=2) + "\n"


@given(values, st.integers(0, 3))
def test_a_value_inside_is_what_json_dumps_writes_there(value: object, depth: int) -> None:
    around: object = value
    for _ in range(depth):
        around = [around]
    start, end = ("".join(f"[\n{'  ' * step}" for step in range(1, depth + 1)), "".join(
        f"\n{'  ' * step}]" for step in range(depth - 1, -1, -1)
    ))  # fmt: skip
    assert start + text_of(value, "  " * depth) + end == json.dumps(around, ensure_ascii=False, indent=2)
