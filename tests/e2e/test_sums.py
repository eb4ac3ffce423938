"""What a person and a program see of sentences of several small rules, rated by name."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

ITEMS = """数据项:
  支出决算: {单位: 万元, 含义: 支出}
  年初预算: {单位: 万元, 含义: 预算}
"""
TABLE = """指标表: 某县项目管理考核表
代码: several
版本: 2025
适用: {地区: 某省某县, 对象: 项目支出, 年度: 2025}
满分: 29
等级: {优: 26, 良: 23, 中: 17, 差: 0}
口径: {不足一步: 不计}
否决:
  - {事实: 提供虚假资料, 后果: 等级定为差}
指标:
  - 名称: 简报报送
    代码: bulletins
    分值: 5
    评分标准: 1、按时报送的得2分，每迟报一天扣0.5分。2、内容准确的得3分，每发现一处差错扣1分，最多扣2分。
  - 名称: 执行率
    代码: execution
    分值: 10
    公式: 支出决算 / 年初预算
    评分标准: 执行率达到95%的得6分，每低1个百分点扣0.5分；每发现一笔违规支出扣1分，最多扣4分。
  - 名称: 台账管理
    代码: ledgers
    分值: 6
    评分标准: 1、制定办法的得2分；未制定的不得分。2、登记完整的得4分，不完整的酌情扣分。
  - 名称: 公开公示
    代码: notices
    分值: 8
    评分标准: 每漏报一次扣2分；无公示栏的扣1分；弄虚作假的，总分为0分；没有公示任务的，得满分。
"""
CASE = """案例: 甲单位 2025 年度项目支出
代码: jia
单位: 甲单位
地区: 某省某县
年度: 2025
对象: 项目支出
指标表: several@2025
数据: {支出决算: {值: 91, 单位: 万元, 出处: 决算报表 1}, 年初预算: {值: 100, 单位: 万元, 出处: 预算批复}}
评定:
  简报报送: {发现: {迟报: 2, 差错: 9}, 评定人: 张三, 依据: 收文登记}
  执行率: {发现: {违规支出: 2}, 评定人: 张三, 依据: 凭证抽查}
  台账管理: {达到: [1], 发现: [不完整], 评定人: 张三, 依据: 现场核查}
  公开公示: {发现: {漏报: 1, 无公示栏: 是}, 评定人: 李四, 依据: 现场核查}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rules").mkdir()
    for name, text in (("rules/items.yaml", ITEMS), ("rules/several.yaml", TABLE), ("case.yaml", CASE)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def checked(jixiao) -> dict:
    done = jixiao("check", "case.yaml", "--format", "json")
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)["results"][0]


def rewritten(folder: Path, old: str, new: str) -> None:
    path = folder / "case.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


# ── The ledger ───────────────────────────────────────────────────────────────────────────────────

SHOWN = """\
指标      分值  数值  得分  扣分  状态
──────────────────────────────────────
简报报送     5     -     2     3  评定
    “迟报”2天，按条款“每迟报一天扣0.5分”，扣1分。
    “差错”9处，按条款“每发现一处差错扣1分”，以2分为限，扣2分。
    评定人：张三，依据：收文登记
执行率      10   91%     6     4  评定
    执行率＝支出决算 91 万元 ÷ 年初预算 100 万元＝91%，低于95% 4个百分点，每步
    1个百分点，计4步，按条款“每低1个百分点扣0.5分”，扣2分（决算报表 1；预算批
    复）。
    “违规支出”2个，按条款“每发现一笔违规支出扣1分”，扣2分。
    评定人：张三，依据：凭证抽查
台账管理     6     -  2～6     -  待定
    有“不完整”的情况，按条款“不完整的酌情扣分”酌情扣分，评定没有写扣几分。
    缺少评定：台账管理（扣分：不完整），得分在2至6分之间。
    评定人：张三，依据：现场核查
公开公示     8     -     5     3  评定
    “漏报”1次，按条款“每漏报一次扣2分”，扣2分。
    有“无公示栏”的情况，按条款“无公示栏的扣1分”，扣1分。
    评定人：李四，依据：现场核查
"""


def test_each_rule_that_takes_points_is_a_line(jixiao) -> None:
    """At 80 columns: the clause, what was found, and how many points."""
    assert SHOWN in jixiao("check", "case.yaml", "--full", COLUMNS="80").stdout


def test_the_ledger_for_programs(jixiao) -> None:
    """Each deduction with its input; figures only where the value was scored by them."""
    bulletins, execution, ledgers, _ = checked(jixiao)["indicators"]
    assert [
        (cut["input"], cut["points"], cut["clause"], cut["items"]) for cut in execution["deductions"]
    ] == [
        ("执行率", "2", "每低1个百分点扣0.5分", ["支出决算", "年初预算"]),
        ("违规支出", "2", "每发现一笔违规支出扣1分", []),
    ]
    assert (execution["status"], execution["value_text"], execution["score"]) == ("judged", "91%", "6")
    assert bulletins["explanation"].endswith("；共扣3分。")
    assert ledgers["missing"] == [{"name": "评定：台账管理（扣分：不完整）", "could_move": "4"}]


# ── Figures and ratings together ─────────────────────────────────────────────────────────────────


def execution(jixiao) -> tuple:
    one = checked(jixiao)["indicators"][1]
    missing = [(each["name"], each["could_move"]) for each in one["missing"]]
    return one["status"], one["low"], one["high"], missing


def test_without_a_rating_only_the_figures_are_known(jixiao, folder) -> None:
    rewritten(folder, "  执行率: {发现: {违规支出: 2}, 评定人: 张三, 依据: 凭证抽查}\n", "")
    assert execution(jixiao) == ("open", "4", "8", [("评定：执行率（违规支出）", "4")])


def test_without_a_figure_only_the_rating_is_known(jixiao, folder) -> None:
    rewritten(folder, "支出决算: {值: 91, 单位: 万元, 出处: 决算报表 1}, ", "")
    assert execution(jixiao) == ("open", "2", "8", [("支出决算", "6")])


def test_with_neither_all_is_open(jixiao, folder) -> None:
    rewritten(folder, "支出决算: {值: 91, 单位: 万元, 出处: 决算报表 1}, ", "")
    rewritten(folder, "  执行率: {发现: {违规支出: 2}, 评定人: 张三, 依据: 凭证抽查}\n", "")
    assert execution(jixiao) == ("open", "0", "10", [("支出决算", "6"), ("评定：执行率（违规支出）", "4")])
    shown = jixiao("check", "case.yaml", "--full").stdout
    assert "    缺少支出决算、评定：执行率（违规支出），得分在0至10分之间。\n" in shown


def test_a_value_that_is_disputed_leaves_its_part_open(jixiao, folder) -> None:
    rewritten(
        folder,
        "支出决算: {值: 91, 单位: 万元, 出处: 决算报表 1}",
        "支出决算: [{值: 91, 单位: 万元}, {值: 94, 单位: 万元}]",
    )
    assert execution(jixiao) == ("open", "6", "7.5", [])


def test_the_value_is_no_rating(jixiao, folder) -> None:
    rewritten(folder, "{违规支出: 2}", "{违规支出: 2, 执行率: 91%}")
    done = jixiao("check", "case.yaml")
    assert done.returncode == 2
    assert "case.yaml:11:23：指标“执行率”的评定：“执行率”是本指标的数值，请写在“数据”里" in done.stderr


# ── Facts ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("found", "low", "status"),
    [
        ("{漏报: 1, 没有公示任务: 是}", "8", "exempt"),
        ("[没有公示任务]", "8", "exempt"),
        ("{漏报: 1, 没有公示任务: 否}", "6", "judged"),
        ("{漏报: 1, 弄虚作假: 否}", "6", "judged"),
    ],
)
def test_facts_stand_under_what_was_found(jixiao, folder, found: str, low: str, status: str) -> None:
    rewritten(folder, "{漏报: 1, 无公示栏: 是}", found)
    one = checked(jixiao)["indicators"][3]
    assert (one["low"], one["status"]) == (low, status)


def test_a_fact_that_decides_the_total_is_ruled_by_what_was_found(jixiao, folder) -> None:
    rewritten(folder, "{漏报: 1, 无公示栏: 是}", "{漏报: 1, 弄虚作假: 是}")
    result = checked(jixiao)
    assert (result["score"]["low"], result["score"]["high"]) == ("0", "0")
    [veto] = [one for one in result["vetoes"] if one["fact"] == "弄虚作假"]
    assert (veto["holds"], veto["because"]) == (True, "李四评定成立：现场核查")


def test_a_fact_of_the_whole_table_too(jixiao, folder) -> None:
    with (folder / "case.yaml").open("a", encoding="utf-8") as file:
        file.write("  总体: {发现: [虚假资料], 评定人: 李四, 依据: 发票核对}\n")
    assert checked(jixiao)["grade"]["possible"] == ["差"]


# ── What is refused, at its place ────────────────────────────────────────────────────────────────

FOUND = "{迟报: 2, 差错: 9}"
NOTICES = "发现: {漏报: 1, 无公示栏: 是}"
REFUSED = [
    (FOUND, "{迟到: 2, 差错: 9}", "迟到", "评分标准里没有“迟到”，是否为“迟报”；可写的有：按时报送、迟报、内容准确、差错"),
    (FOUND, "{迟报: 2, 差错: 是}", "是", "“是”不是数目，“差错”应写数到几，如 2"),
    (FOUND, "[迟报]", "迟报", "“迟报”要写数到几，如 {迟报: 3}"),
    ("达到: [1],", "达到: [1, 7],", "7", "评分标准里可以写序号的只有2处，没有第7处"),
    ("达到: [1],", "达到: [1, 不完整],", "不完整", "“不完整”请写在“发现”下"),
    ("[不完整]", "[不完整, 不完整]", "不完整", "“不完整”前面已经写过（同是“不完整”），只能写一处"),
    ("[不完整]", "{不完整: 9}", "9", "扣9分不在“不完整的酌情扣分”允许的范围内"),
    (NOTICES, "发现: {漏报: 1, 漏报: 2}", "漏报", "键“漏报”重复"),
    (NOTICES, "发现: {}", "{}", "至少要有 1 项"),
    (NOTICES, "档次: 好, 等级: 好", "好, 等级", "“档次”和“等级”是一回事，只写一个"),
    (NOTICES, "发现: {没有公示任务: 3}", "3", "“没有公示任务”应写 是 或 否，不是“3”"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "pointed", "told"), REFUSED, ids=str)
def test_what_fits_nothing_is_refused_at_its_place(
    jixiao, folder, old: str, new: str, pointed: str, told: str
) -> None:
    """One message with line and column of what is wrong, and the names that there are."""
    rewritten(folder, old, new)
    done = jixiao("check", "case.yaml")
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 3), "the message, the line, a caret"
    lines = (folder / "case.yaml").read_text(encoding="utf-8").splitlines()
    [(line, text)] = [(number, text) for number, text in enumerate(lines, start=1) if new in text]
    column = text.index(new) + new.rindex(pointed) + 1
    assert done.stderr.startswith(f"case.yaml:{line}:{column}：")
    assert told in done.stderr


# ── A new case ───────────────────────────────────────────────────────────────────────────────────


def test_a_new_case_has_a_line_for_each_input(jixiao) -> None:
    shown = jixiao("new", "case", "several").stdout
    for line in (
        "#     达到: 待填            # 达到哪几条写哪几条，如 [1, 2]；一条都没有达到写 无",
        "#     #   1 按时报送（得2分；不写“达到”的，算达到）",
        "#     发现:                 # 只写发现了的，一行一样；什么都没有发现，改写 发现: 无",
        "#       差错: 待填          # 几处，每1处扣1分，最多扣2分",
        "#       无公示栏: 待填      # 是 或 否；扣1分",
        "#       弄虚作假: 待填      # 是 或 否，还不知道的不要写；总分为0分",
    ):
        assert line in shown.splitlines()


def test_its_lines_filled_in_are_a_rating(jixiao, folder) -> None:
    """Taking the marks of remarks off a few lines is enough."""
    text = jixiao("new", "case", "several").stdout
    for line, filled in {
        "# 评定:": "评定:",
        "#   公开公示:": "  公开公示:",
        "#     发现: .*(?=\n#       漏报)": "    发现:",
        "#       漏报: 待填 .*": "      漏报: 1",
    }.items():
        text = re.sub(line, filled, text, count=1)
    head, _, tail = text.partition("      漏报: 1")
    tail = tail.replace("#     评定人: 待填", "    评定人: 甲", 1).replace(
        "#     依据: 待填", "    依据: 乙", 1
    )
    (folder / "case.yaml").write_text(head + "      漏报: 1" + tail, encoding="utf-8")
    assert checked(jixiao)["indicators"][3]["score"] == "6"
