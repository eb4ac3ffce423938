"""In a report of a project, what was spent in all is what the project spent."""

from pathlib import Path

import pytest

from jixiao.documents.read import read_report
from jixiao.documents.readers.text import paper_of_text
from jixiao.files.rules.items import load_items

ITEMS = load_items(Path(__file__).parents[3] / "rules/items.yaml").items


@pytest.mark.parametrize(
    ("title", "item"),
    [
        ("青溪县水利局2022年度农田建设项目支出绩效自评报告", "全年执行数"),
        ("青溪县水利局2022年度部门整体支出绩效自评报告", "支出决算"),
    ],
)
def test_spending_is_of_the_project_or_of_the_unit(title: str, item: str) -> None:
    text = f"{title}\n\n当年共支出90.00万元，其中材料费60.00万元。\n"
    read = read_report(paper_of_text(text, "报告.txt"), ITEMS).figures
    assert [(one.item, one.known) for one in read[:1]] == [(item, True)]
