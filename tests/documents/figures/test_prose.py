"""What running text says of an item: brackets, parts and heads, what becomes of a thing, and what there is none of."""

from pathlib import Path

import pytest

from jixiao.documents.figures.lexicon import Lexicon
from jixiao.documents.read import read_report
from jixiao.documents.readers.opened import read_paper
from jixiao.files.rules.items import load_items
from jixiao.model.reading import Measure, ReadFigure

ROOT = Path(__file__).parents[3]
ITEMS = load_items(ROOT / "rules/items.yaml").items
LEXICON = Lexicon(ITEMS)
TITLE = "青溪县水利局2022年度部门决算公开说明\n\n"


def said(text: str, folder: Path) -> list[str]:
    path = folder / "report.txt"
    path.write_text(f"{TITLE}{text}\n", encoding="utf-8")
    return [shown(one) for one in read_report(read_paper(path), ITEMS, LEXICON).figures]


def shown(one: ReadFigure) -> str:
    measure = "" if one.measure is Measure.VALUE else f"·{one.measure.word}"
    return f"{one.item}{measure} {one.value}{one.unit}{'?' if one.doubts else ''}"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "国内公务接待共15批次（其中外事接待2批次），105人次（其中外事接待9人次）。",
            "公务接待人次 105人次",
        ),
        ("全年因公出国（境）团组2个，累计出国（境）7人次。", "因公出国境人次 7人次"),
        (
            "本年支出合计100.00万元。其中：基本支出60.00万元，项目支出40.00万元。与上年对比减少12.05万元。",
            "支出决算·增减额 -12.05万元",
        ),
        (
            "（一）项目支出情况。用于专项业务工作的经费支出250.09万元。",
            "项目支出 250.09万元",
        ),
        ("公务接待费支出决算减少为3.20万元。", "公务接待费决算 3.20万元"),
        ("公务接待费支出决算减少3.20万元。", "公务接待费决算·增减额 -3.20万元"),
        ("政府采购预算50.00万元，其中政府集中采购预算17.00万元。", "政府集中采购预算 17.00万元"),
        ("单价100万元（含）以上的专用设备4台（套）。", "大型专用设备数 4台（套）"),
    ],
)
def test_a_number_is_of_what_is_spoken_of(text: str, told: str, tmp_path: Path) -> None:
    assert told in said(text, tmp_path)


@pytest.mark.parametrize("together", ["共0.00万元", "合计为0万元", "均为0"])
def test_where_all_together_are_nothing_each_of_them_is(together: str, tmp_path: Path) -> None:
    told = said(f"上缴上级支出、经营支出、对附属单位补助支出{together}。", tmp_path)
    assert sorted(one.split()[0] for one in told) == ["上缴上级支出", "对附属单位补助支出", "经营支出"]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("全年未购置公务用车。", ["新增车辆数"]),
        ("本年没有使用政府性基金预算财政拨款。", ["政府性基金预算财政拨款支出"]),
        (
            "本单位没有政府性基金预算财政拨款收入支出。",
            ["政府性基金预算财政拨款收入", "政府性基金预算财政拨款支出"],
        ),
        ("全年无出国（境）人员。", []),
    ],
)
def test_what_there_is_none_of_is_no_other_thing(text: str, items: list[str], tmp_path: Path) -> None:
    """公务用车 that were not bought may be there; income of a fund is not its spending; people are not their costs."""
    assert sorted(one.removesuffix(" 无") for one in said(text, tmp_path)) == sorted(items)


def test_an_amount_with_two_decimals_goes_on_nowhere(tmp_path: Path) -> None:
    """Cells that stand beside each other are not one number with a gap in it."""
    told = said("会议费支出150.30\n307万元的项目另行公布。", tmp_path)
    assert told[0] == "会议费决算 150.30?"


def test_what_a_thing_became_is_no_change(tmp_path: Path) -> None:
    told = said("公务接待费由上年的8.90万元降为8.40万元。", tmp_path)
    assert told == ["公务接待费决算 8.90万元", "公务接待费决算 8.40万元"]


def test_a_clause_that_says_what_a_thing_consists_of_is_passed_over(tmp_path: Path) -> None:
    """What is compared behind it is the thing, and not what it consists of."""
    text = (
        "本年收入900.00万元，全部为一般公共预算财政拨款，较2021年决算数1000.00万元减少100.00万元，下降10%。"
    )
    assert said(text, tmp_path) == [
        "收入决算 900.00万元",
        "收入决算 1000.00万元",
        "收入决算·增减额 -100.00万元",
        "收入决算·增减率 -10%",
    ]


def test_what_was_paid_for_what_was_counted_right_before(tmp_path: Path) -> None:
    """一辆车花的是购置费: words between 更新 and 车辆 do not matter, nor what the sentence began with."""
    told = said("“三公”经费支出90.00万元：更新执法执勤车辆2辆、支出40.00万元，公务接待8.00万元。", tmp_path)
    assert told == [
        "三公经费决算 90.00万元",
        "新增车辆数 2辆",
        "公务用车购置费决算 40.00万元",
        "公务接待费决算 8.00万元",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "“三公”经费预算数、决算数和上年决算数分别是16.00、10.50、13.90万元，决算较上年减少3.40万元。",
            ["三公经费预算 16.00万元", "三公经费决算 10.50万元", "三公经费决算 13.90万元", "三公经费决算·增减额 -3.40万元"],
        ),
        (
            "会议费、培训费合计4.60万元，分别支出0.30万元和4.30万元。",
            ["会议费培训费决算 4.60万元", "会议费决算 0.30万元", "培训费决算 4.30万元"],
        ),
        (
            "社会保障和就业、住房保障两类支出，依次为98.60、57.10万元。",
            ["社会保障和就业支出 98.60万元", "住房保障支出 57.10万元"],
        ),
        (
            "总支出100.00万元，基本支出90.00万元、项目支出10.00万元，分别占总支出的90%和10%。",
            ["支出决算 100.00万元", "基本支出决算 90.00万元", "项目支出 10.00万元", "基本支出·占比 90%", "项目支出·占比 10%"],
        ),
        (
            "公务接待费3.00万元、会议费2.00万元，分别较2021年增长4.22%和4.24%。",
            ["公务接待费决算 3.00万元", "会议费决算 2.00万元", "公务接待费决算·增减率 4.22%", "会议费决算·增减率 4.24%"],
        ),
        (
            "基本支出9.00万元、项目支出8.00万元；社区建设、平安建设两类项目分别为5.00、3.00万元。",
            ["基本支出决算 9.00万元", "项目支出 8.00万元", "社区建设 5.00万元", "平安建设 3.00万元"],
        ),
    ],
)  # fmt: skip
def test_numbers_told_in_turn_are_each_of_their_own(text: str, told: list[str], tmp_path: Path) -> None:
    assert said(text, tmp_path) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“三公”经费：年初预算38.60万元，实际支出33.50万元。", ["三公经费预算 38.60万元", "三公经费决算 33.50万元"]),
        (
            "“三公”经费支出7.20万元，完成年初预算9.00万元的80%。其中：公务用车运行维护费支出5.90万元，公务接待费支出1.30万元。",
            [
                "三公经费决算 7.20万元",
                "三公经费预算 9.00万元",
                "三公经费预算·完成率 80%",
                "公务用车运行维护费决算 5.90万元",
                "公务接待费决算 1.30万元",
            ],
        ),
        (
            "“三公”经费核定限额9.00万元，细分为接待3.00万元、车辆运行6.00万元。",
            ["三公经费预算 9.00万元", "公务接待费预算 3.00万元", "公务用车运行维护费预算 6.00万元"],
        ),
        (
            "基本支出60.00万元，项目支出40.00万元，年初预算90.00万元。",
            ["基本支出决算 60.00万元", "项目支出 40.00万元", "年初预算 90.00万元"],
        ),
        (
            "“三公”经费支出8.00万元，年初预算9.00万元。其中：公务接待2.00万元。",
            ["三公经费决算 8.00万元", "三公经费预算 9.00万元", "公务接待费决算 2.00万元"],
        ),
        ("部门整体支出年初预算300.00万元，年中调增80.00万元。", ["年初预算 300.00万元", "本年追加预算 80.00万元"]),
    ],
)  # fmt: skip
def test_a_budget_is_of_what_is_named_before_it(text: str, told: list[str], tmp_path: Path) -> None:
    """What is completed is told between: the parts behind it are what was spent."""
    assert said(text, tmp_path) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("“三公”经费预算20.00万元，决算16.00万元，比预算节约4.00万元，节约率20%。", "三公经费决算较预算增减率 -20%"),
        ("本年支出90.00万元，年初预算80.00万元。上年支出为75.00万元，同比上升20%。", "支出决算·增减率 20%"),
        ("公务接待费由上年的1.60万元压减为0。", "公务接待费决算 0"),
        ("2023年拟安排项目支出80.00万元。", "项目预算 80.00万元"),
        ("2022年医院总收入900.00万元。", "收入决算 900.00万元"),
        ("（一）基本支出\n2022年决算支出合计90.00万元。其中：基本支出60.00万元，占67%。", "支出决算 90.00万元"),
        ("资金到位100.00万元。使用情况：截止2022年12月31日共支出90.00万元。", "支出决算 90.00万元"),
        ("结余9.00万元。上年支出80.00万元，本年比上年增支1.00万元。", "支出决算 80.00万元"),
        ("对2个项目开展绩效自评。", "项目个数 2个"),
        ("垃圾收运单价96.5元/吨。", "垃圾收运单价 96.5元/吨"),
        ("“三公”经费3.00万元，车均运行维护费2.19万元。", "车均运行维护费 2.19万元"),
        ("预算总收入90.00万元。", "收入预算 90.00万元"),
        ("“三公”经费预算15.00万元，实际支出12.00万元，节约3.00万元。", "三公经费决算较预算增减额 -3.00万元"),
        ("部门预算收入90.00万元。", "年初预算 90.00万元"),
        ("公务用车购置0辆，保有量4辆。", "公务用车保有量 4辆"),
        ("项目支出9.00万元。血糖控制率58%，较2021年的55%提高3个百分点。", "血糖控制率 55%"),
        ("授予小微企业合同金额60.00万元，占政府采购支出总额的60%。", "小微企业合同金额·占比 60%"),
        ("授予小微企业合同金额60.00万元，占授予中小企业合同金额的60%。", "授予小微企业合同金额·占比 60%"),
        ("年末保有执法执勤用车6台。", "公务用车保有量 6台"),
        ("主要原因是新录用公务员2名。", "新增人员数 2名"),
        ("一般公共预算年初批复90.00万元。", "年初预算 90.00万元"),
        ("项目支出90.00万元，完成预算的90%。", "项目支出·完成率 90%"),
    ],
)  # fmt: skip
def test_whose_a_number_is(text: str, told: str, tmp_path: Path) -> None:
    assert told in said(text, tmp_path)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("核定编制45人，其中行政编制38人、事业编制7名。", ["编制数 45人", "编制数 38人?", "编制数 7名?"]),
        ("行政编制9名、事业编制6名，合计15名。", ["编制数 9名?", "编制数 6名?", "编制数 15名"]),
        ("行政编制9名、事业编制6名。", ["编制数 9名?", "编制数 6名?"]),
        ("收入决算100万元，收入决算120万元。", ["收入决算 100万元", "收入决算 120万元"]),
        ("公务接待费支出15,864.85万元（约1.59亿元）。", ["公务接待费决算 15,864.85万元", "公务接待费决算 1.59亿元"]),
    ],
)  # fmt: skip
def test_two_values_of_one_item_in_a_sentence_are_doubtful(
    text: str, told: list[str], tmp_path: Path
) -> None:
    """But for the one that the others add up to, one that is told again rounded, and what contradicts itself by its full name."""
    assert said(text, tmp_path) == told


def test_some_projects_are_not_all_of_them(tmp_path: Path) -> None:
    assert not any(one.startswith("项目个数") for one in said("有3个项目跨年。", tmp_path))


def test_what_is_planned_for_next_year_changes_nothing_of_this_one(tmp_path: Path) -> None:
    told = said("2023年拟安排项目支出80.00万元，较2022年压减20%。", tmp_path)
    assert told == ["项目预算 80.00万元"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("公务接待费由12.00万元压减到10.00万元。", ["公务接待费决算 12.00万元?", "公务接待费决算 10.00万元"]),
        ("接待18批次。保洁面积由2021年的712.4万平方米增至768.5万平方米。",
         ["公务接待团组数 18批次", "保洁面积 712.4万平方米", "保洁面积 768.5万平方米"]),
    ],
)  # fmt: skip
def test_what_a_thing_was_before_it_became_another(text: str, told: list[str], tmp_path: Path) -> None:
    """Of which year that was is doubtful where the text does not say; and it is of no other thing told before."""
    assert said(text, tmp_path) == told
