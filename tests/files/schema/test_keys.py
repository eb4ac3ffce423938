"""What is said of keys that stand where they mean nothing."""

from pathlib import Path

import pytest

from jixiao.files import read_document
from jixiao.model.diagnostic import Refused

HEAD = "案例: 甲\n代码: jia\n单位: 甲\n地区: 乙\n年度: 2022\n对象: 丙\n"


def refused(folder: Path, text: str) -> list[str]:
    path = folder / "case.yaml"
    path.write_text(HEAD + text, encoding="utf-8")
    with pytest.raises(Refused) as problem:
        read_document(path, "case")
    return [str(one).removeprefix(f"{path}:") for one in problem.value.diagnostics]


def test_what_should_stand_further_in_is_told_with_its_section(tmp_path: Path) -> None:
    found = refused(tmp_path, "数据:\n编制数: {值: 1, 单位: 人}\n在职人员数: {值: 1, 单位: 人}\n")
    assert found == [
        "7:1：这里没有内容，请填写，或删去这个键",
        "8:1：“编制数”没有缩进，因此不在上面的“数据”里；请在行首加两个空格",
        "9:1：“在职人员数”没有缩进，因此不在上面的“数据”里；请在行首加两个空格",
    ]


def test_a_row_that_blanks_of_another_kind_hold_at_the_margin_is_told_by_its_blank(tmp_path: Path) -> None:
    [_, blank] = refused(tmp_path, "数据:\n\u00a0\u00a0编制数: {值: 1, 单位: 人}\n")
    assert blank == "8:1：“\u00a0编制数”里有不间断空格（U+00A0），看上去像空格或看不出来，请删去".replace(
        "\u00a0", ""
    )
