"""Texts are replaced at their place; every other byte of a file stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from jixiao.files import messages
from jixiao.files.yaml.node import Mapping, Node, Scalar, Sequence
from jixiao.files.yaml.rewrite import Manuscript
from jixiao.files.yaml.tree import parse_tree
from jixiao.model.diagnostic import Place, Refused
from jixiao.model.ruleset import Text
from jixiao.model.trial import Revision

TEXT = """\
案例: 甲    # 说明
数据: {甲: 1.50, 乙: '2',   丙: "3"}
列:
  - 4   # 四
  - 甲乙
"""


def scalars(node: Node) -> list[Scalar]:
    """Give every text of a tree that is not a key."""
    if isinstance(node, Scalar):
        return [node]
    inner = node.items if isinstance(node, Sequence) else [value for _, value in node.entries]
    return [one for value in inner for one in scalars(value)]


def written(text: str, old: str) -> Text:
    [found] = [one for one in scalars(parse_tree(text, "甲")) if one.text == old]
    return found.as_text()


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("codec", ["utf-8", "gb18030"])
def test_every_other_byte_stays(tmp_path: Path, mark: bytes, end: str, codec: str) -> None:
    if mark and codec != "utf-8":
        pytest.skip("the mark is UTF-8's")
    path = tmp_path / "甲.yaml"
    data = mark + TEXT.replace("\n", end).encode(codec)
    path.write_bytes(data)
    manuscript = Manuscript.open(path)
    revisions = [
        Revision(written(TEXT, old), new) for old, new in (("1.50", "10"), ("3", "30.25"), ("4", "5"))
    ]
    assert [manuscript.refusal(one, revisions) for one in revisions] == ["", "", ""]
    expected = TEXT.replace("1.50", "10").replace('"3"', '"30.25"').replace("- 4 ", "- 5 ")
    assert manuscript.revised(revisions) == mark + expected.replace("\n", end).encode(codec)


@pytest.mark.parametrize(
    ("text", "old", "why"),
    [
        ("案例: 甲\n数: &a 5\n又: *a\n", "5", messages.REWRITTEN_ALIAS),
        ('案例: 甲\n数: "\\x35"\n', "5", messages.REWRITTEN_SPLIT),
        ("案例: 甲\n数: 5\n  6\n", "5 6", messages.REWRITTEN_SPLIT),
        ("案例: 甲\n数: |\n  5\n", "5", messages.REWRITTEN_SPLIT),
    ],
)
def test_what_is_not_there_as_it_reads_is_left(tmp_path: Path, text: str, old: str, why: str) -> None:
    path = tmp_path / "甲.yaml"
    path.write_text(text, "utf-8")
    places = [one.as_text() for one in scalars(parse_tree(text, "甲")) if one.text.strip() == old]
    assert Manuscript.open(path).refusal(Revision(places[0], "7")) == why


def test_one_text_cant_become_two(tmp_path: Path) -> None:
    path = tmp_path / "甲.yaml"
    path.write_text(TEXT, "utf-8")
    one, other = (Revision(written(TEXT, "1.50"), new) for new in ("1", "2"))
    assert Manuscript.open(path).refusal(one, [one, other]) == messages.REWRITTEN_TWICE


def test_a_place_outside_the_file_is_left(tmp_path: Path) -> None:
    path = tmp_path / "甲.yaml"
    path.write_text(TEXT, "utf-8")
    assert (
        Manuscript.open(path).refusal(Revision(Text("1", Place("甲", 99, 1)), "2"))
        == messages.REWRITTEN_SPLIT
    )


def test_a_file_that_is_gone_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        Manuscript.open(tmp_path / "none.yaml")


numbers = st.decimals(-999, 999, places=2).map(str)


@given(st.lists(st.tuples(st.text("甲乙 丙", min_size=0, max_size=6), numbers, numbers), max_size=8))
def test_what_is_revised_reads_as_what_was_wanted(tmp_path_factory, rows: list[tuple[str, str, str]]) -> None:
    """Read, revise, read: each text is the new one, each remark is still there."""
    text = "案例: 甲\n" + "".join(f"k{n}: {old}   # {said}\n" for n, (said, old, _) in enumerate(rows))
    path = tmp_path_factory.mktemp("revision") / "甲.yaml"
    path.write_text(text, "utf-8")
    tree = parse_tree(text, "甲")
    assert isinstance(tree, Mapping)
    revisions = [
        Revision(node.as_text(), new)
        for n, (_, _, new) in enumerate(rows)
        if (node := tree.scalar(f"k{n}")) is not None
    ]
    after = Manuscript.open(path).revised(revisions).decode()
    read = parse_tree(after, "甲")
    assert isinstance(read, Mapping)
    assert [read.text(f"k{n}") for n in range(len(rows))] == [new for _, _, new in rows]
    assert [line.partition("#")[2] for line in after.splitlines()] == [
        line.partition("#")[2] for line in text.splitlines()
    ]


def test_the_first_of_a_list_is_not_taken_for_an_alias(tmp_path) -> None:
    """A list begins one column before its first item."""
    path = tmp_path / "table.yaml"
    path.write_text("例: {100.9%: [4.5, 5]}\n", encoding="utf-8")
    manuscript = Manuscript.open(path)
    column = "例: {100.9%: [4.5, 5]}".index("4.5") + 1
    revision = Revision(Text("4.5", Place(str(path), 1, column)), "5")
    assert manuscript.refusal(revision) == ""
    assert manuscript.revised([revision]).decode("utf-8") == "例: {100.9%: [5, 5]}\n"
