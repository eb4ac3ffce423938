"""items.yaml becomes the data items."""

from pathlib import Path

from jixiao.files import load_items
from jixiao.model.diagnostic import Place
from jixiao.model.ruleset import Item, Text
from jixiao.quantity import find_unit


def test_an_item_has_unit_meaning_aliases_and_identity(good: Path) -> None:
    path = good / "rules" / "items.yaml"
    items = load_items(path).items
    assert items["在职人员数"] == Item(
        "在职人员数", find_unit("人"), "年末在编在岗的人数", ("在职人员", "在编在岗人数")
    )
    assert items["支出决算"].identity == Text("人员经费决算 + 公用经费决算", Place(str(path), 7, 33))


def test_the_digest_tells_contents_apart_but_not_encodings_or_line_ends(tmp_path: Path) -> None:
    text = "数据项:\n  编制数: {单位: 人, 含义: 核定的编制人数}\n"
    versions = {
        "a": text.encode(),
        "b": text.replace("\n", "\r\n").encode("utf-8-sig"),
        "c": text.encode("gb18030"),
        "d": text.replace("核定", "批准").encode(),
    }
    digests = {}
    for name, data in versions.items():
        (tmp_path / name).write_bytes(data)
        digests[name] = load_items(tmp_path / name).digest
    assert digests["a"] == digests["b"] == digests["c"] != digests["d"]
    assert len(digests["a"]) == 64
