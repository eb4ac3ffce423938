"""YAML becomes a tree of texts as written, within limits; bad/yaml has what is refused."""

import pytest
import yaml

from jixiao.files import parse_tree
from jixiao.files.yaml.node import Mapping, Scalar, Sequence
from jixiao.files.yaml.tree import MAX_DEPTH, MAX_DUPLICATES, MAX_NODES
from jixiao.model.diagnostic import Place, Refused
from jixiao.model.ruleset import Text
from shared.effort import takes_less_than


@pytest.fixture(params=["libyaml", "pure Python"], autouse=True)
def _either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every behaviour here holds with libyaml and where it is missing."""
    if request.param == "pure Python":
        monkeypatch.delattr(yaml, "CSafeLoader", raising=False)


def refusal(text: str) -> str:
    said: list[str] = []

    def refuse() -> None:
        with pytest.raises(Refused) as refused:
            parse_tree(text, "甲.yaml")
        said.append(str(refused.value))

    assert takes_less_than(1, refuse), "a refusal takes less than a second"
    return said[0]


@pytest.mark.parametrize(
    "written", ["225.18", "43.50", "１０", "1e999", "010", "NaN", "1_000", "0x1F", "~", "是"]
)
def test_scalars_keep_the_text_they_were_written_with(written: str) -> None:
    tree = parse_tree(f"值: {written}\n", "甲.yaml")
    assert tree == Mapping(
        ((Scalar("值", True, Place("甲.yaml", 1, 1)), Scalar(written, True, Place("甲.yaml", 1, 4))),),
        Place("甲.yaml", 1, 1),
    )


def test_every_node_has_its_place() -> None:
    tree = parse_tree("甲:\n  - {乙: '丙'}\n", "f")
    assert isinstance(tree, Mapping)
    listed = tree.get("甲")
    assert isinstance(listed, Sequence)
    assert listed.place == Place("f", 2, 3)
    [inner] = tree.mappings("甲")
    key, value = inner.key("乙"), inner.scalar("乙")
    assert key is not None
    assert value is not None
    assert (key.place.column, value.place.column, value.plain, value.quoted) == (6, 9, False, True)


@pytest.mark.parametrize(
    ("written", "column"), [("不超过", 4), ("'不超过'", 5), ('"不超过"', 5), ("  不超过  ", 6)]
)
def test_a_sentence_has_the_place_of_its_first_character(written: str, column: int) -> None:
    tree = parse_tree(f"句: {written}\n", "f")
    assert isinstance(tree, Mapping)
    sentence = tree.scalar("句")
    assert sentence is not None
    assert sentence.as_text() == Text("不超过", Place("f", 1, column))


def test_an_alias_stands_for_what_its_anchor_marks() -> None:
    tree = parse_tree("甲: &a {值: 1}\n乙: *a\n", "f")
    assert isinstance(tree, Mapping)
    assert tree.get("甲") == tree.get("乙")


def test_the_billion_laughs_are_counted_not_expanded() -> None:
    lines = ["a0: &a0 [1,2,3,4,5,6,7,8,9]"]
    lines += [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    assert f"内容展开后超过 {MAX_NODES} 个节点" in refusal("\n".join(lines))


def test_aliases_cannot_hide_depth() -> None:
    lines = ["a0: &a0 [1]", *(f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 40))]
    assert f"嵌套超过 {MAX_DEPTH} 层" in refusal("\n".join(lines))


@pytest.mark.parametrize("text", ["[" * 1000 + "]" * 1000, "{a: " * 1000, "- " * 1000, "[" * 500_000])
def test_deep_nesting_is_refused_where_it_becomes_too_deep(text: str) -> None:
    assert f"嵌套超过 {MAX_DEPTH} 层" in refusal(text)


def test_as_deep_as_allowed_is_read() -> None:
    parse_tree("[" * MAX_DEPTH + "]" * MAX_DEPTH, "f")


@pytest.mark.parametrize("text", ["a: [" + "1," * MAX_NODES + "]", "- 1\n" * MAX_NODES])
def test_too_many_nodes_are_refused(text: str) -> None:
    assert f"超过 {MAX_NODES} 个节点" in refusal(text)


def test_as_many_nodes_as_allowed_are_read() -> None:
    parse_tree("[" + "1," * (MAX_NODES - 1) + "]", "f")


def test_a_flood_of_directives_is_refused_at_once() -> None:
    assert "不支持以 % 开头的 YAML 指令" in refusal("%TAG !a !b\n" * 80_000)


def test_every_repeated_key_is_told_with_both_lines() -> None:
    message = refusal("甲: 1\n乙: 2\n甲: 3\n乙: 4\n")
    assert "甲.yaml:3:1：键“甲”重复，第 1 行已有" in message
    assert "甲.yaml:4:1：键“乙”重复，第 2 行已有" in message


def test_a_flood_of_repeated_keys_is_cut() -> None:
    assert refusal("甲: 1\n" * (MAX_NODES // 2 - 1)).count("重复") == MAX_DUPLICATES


def test_a_message_repeats_little_of_a_long_name() -> None:
    assert len(refusal(f"{'甲' * 900}: 1\n" * 2)) < 200


@pytest.mark.parametrize(
    "text",
    [
        *("a: *", "a: &", "a: !<", "a: !x!y z", "a: !%zz b", "a: %x", "a: `x", 'a: "\\q"', 'a: "\\xZZ"'),
        *('a: "\\U00FFFFFF"', "a: }", "]", "a: - b", "? - a\n- b", "a: |9x\n b", "a: b: c", "a: 1\n...\n]"),
        *("... a", "- a\nb: 1", "[a\n: b", "a: |\n\tx\n  y", "'a", "a\ud800b", "a: &x &y 1", "a: \ufffe"),
    ],
)
def test_every_fault_is_told_in_chinese_with_its_place(text: str) -> None:
    message = refusal(text)
    assert message.startswith("甲.yaml")
    assert any("一" <= character <= "鿿" for character in message.partition("：")[2])
    assert not any(word in message for word in ("expected", "found", "while", "character"))


@pytest.mark.parametrize("blanks", [" " * 100_000, " \t" * 50_000, "- " * 20_000])
def test_a_line_of_blanks_before_a_fault_takes_little_time(blanks: str) -> None:
    """What looks for the colon to blame goes through a line once."""
    refusal(f"甲: 1\n{blanks}\n  乙: [\n")
