"""Tables as people write them in YAML: every style, remarks anywhere, all that a table may rule; as bytes."""

from __future__ import annotations

import json

from hypothesis import strategies as st

NAMES = (
    st.text("预算执行率完成质量成本“”（）三公a1-:#&*,'\"[]{}%·", min_size=1, max_size=8)
    .map(str.strip)
    .filter(lambda text: bool(text.strip("—-")) and not text.startswith("合计") and "：" not in text)
)
SENTENCES = st.sampled_from(
    (
        "不超过100%的，得满分；每超过1个百分点，扣0.5分，扣完为止。",
        "①建立制度，1分；②执行到位，1分。",
        "效果好的得满分: 效果一般的 得1分 # 不是备注",
        "'引号' \"双引号\" {花括号}, [方括号] & * ! % @ `",
        "- 像列表的一句",
        "100",
        "是",
        "第一行\n第二行，得1分",
        "公式：不是公式",
    )
)
CHOSEN = ("代码", "分值", "自设", "附加", "出处")
"""Keys whose texts are chosen from few, so that no line end may be in them."""
REMARK = st.sampled_from(("", "      # 备注", "  # 公式: 甲 / 乙"))
LEVELS = st.lists(st.sampled_from(("投入", "过程", "产出", "加分项", "a: b", "100")), max_size=3)


def styled(draw: st.DrawFn, text: str, *, is_flow: bool, indent: int = 0) -> str:
    """Write a text in one of the styles that can hold it."""
    ways = [json.dumps(text, ensure_ascii=False)]
    if "\n" not in text:
        ways.append("'" + text.replace("'", "''") + "'")
        if not text.isascii() and all(sign not in text for sign in ":#,[]{}&*!%@`'\"-?|>"):
            ways.append(text)
    if not is_flow:
        lines = "\n".join(" " * (indent + 2) + line for line in text.split("\n"))
        ways += [f"|-\n{lines}", f"|\n{lines}"]
    return draw(st.sampled_from(ways))


@st.composite
def indicators(draw: st.DrawFn, number: int, name: str) -> list[tuple[str, str]]:
    """Give an indicator: keys with their values as plain texts."""
    kind = draw(st.sampled_from(("", "", "", "block", "加分", "减分")))
    pairs = [("名称", name), ("代码", f"k-{number}")]
    pairs += [("分值", draw(st.sampled_from(("5", "2.5", "10", "５", "待填"))))]
    pairs += [("评分标准", draw(SENTENCES))]
    if kind == "block":
        pairs += [("自设", "是"), ("定性标准", draw(SENTENCES))] if draw(st.booleans()) else [("自设", "是")]
    elif kind:
        pairs.append(("附加", kind))
    for key, texts in (
        ("公式", ("a / b", "(a - b) / c")),
        ("目标", ("≥80%", "5")),
        ("说明", ("说明一句", "公式：x\n两行", "第 #1 条")),
    ):
        if draw(st.booleans()):
            pairs.append((key, draw(st.sampled_from(texts))))
    if draw(st.booleans()):
        pairs.append(("出处", "推定"))
    return pairs


@st.composite
def written_tables(draw: st.DrawFn) -> bytes:
    """Give the bytes of a table that fits the schema."""
    names = draw(st.lists(NAMES, min_size=1, max_size=5, unique_by=lambda one: "".join(one.split())))
    lines = draw(
        st.sampled_from(([], ["# yaml-language-server: $schema=../x.json"], ["# 第一行", "", "# 指标"]))
    )
    lines = [
        *lines,
        f"指标表: {styled(draw, draw(st.sampled_from(('某市指标表', '某: 表'))), is_flow=False)}{''}",
    ]
    lines += ["代码: a-table", f"版本: 2024{draw(REMARK)}"]
    lines += [
        f"适用: {{地区: 某省某市, 对象: 部门整体支出, 年度: {draw(st.sampled_from(('2024', '[2023, 2024]')))}}}"
    ]
    lines += [f"满分: {draw(st.sampled_from(('100', '10', '5')))}{draw(REMARK)}"]
    lines += draw(
        st.sampled_from(
            (["等级: {优: 90, 差: 0}      # 最低分"], ["等级:", "  优: 90", "  # 中间", "  差: 0"])
        )
    )
    for _, ways in (
        ("口径", ("口径: {不足一步: 按比例, 得分小数位: 2}", "口径:\n  舍入: 去尾   # 说")),
        (
            "上限",
            (
                "上限: {加分项: 5, 总分: 100}",
                "上限: 执行率低于60%的，总分不超过69分",
                "上限:\n  总分: {规定: 执行率低于60%的不超过69分, 公式: a / b, 最多: 90}",
            ),
        ),
        (
            "否决",
            (
                "否决: [{事实: 提供虚假资料, 后果: 总分为0分}]",
                "否决:\n  - 事实: 挪用\n    后果: 等级定为差\n    条件: a > 0",
            ),
        ),
        (
            "超额",
            (
                "超额: 完成值超过目标值30%及以上的，扣2分",
                f"超额: {{规定: 超过30%的扣2分, 指标: [{json.dumps(names[0], ensure_ascii=False)}]}}",
            ),
        ),
        ("说明", ("说明: 表的说明：两处", "说明: |\n  第一行\n\n  第二行")),
        ("依据", ("依据: 某文件",)),
    ):
        if draw(st.booleans()):
            lines += draw(st.sampled_from(ways)).split("\n")
    if len(names) > 1 and draw(st.booleans()):
        two = ", ".join(json.dumps(one, ensure_ascii=False) for one in names[:2])
        lines.append(f"任选: [{{指标: [{two}], 选用人: 单位}}]")
    lines += [f"指标:{draw(REMARK)}"]
    apart = draw(st.booleans())
    for number, name in enumerate(names):
        lines += [""] if apart and number else []
        lines += draw(st.sampled_from(([], ["  # ── 一段 ──"], ["  # 说的是下一项"])))
        pairs = draw(indicators(number, name))
        levels = draw(LEVELS)
        if draw(st.integers(0, 4)) == 0:
            inside = ", ".join(f"{key}: {styled(draw, text, is_flow=True)}" for key, text in pairs)
            lines.append(f"  - {{{inside}}}{draw(REMARK)}")
            continue
        dash = "  - "
        for key, text in pairs:
            said = styled(draw, text, is_flow=key in CHOSEN, indent=4)
            lines += f"{dash}{key}: {said}{'' if chr(10) in said else draw(REMARK)}".split("\n")
            dash = "    "
            if draw(st.integers(0, 6)) == 0:
                lines.append("    # 夹着的备注")
        if levels:
            flow = ", ".join(json.dumps(one, ensure_ascii=False) for one in levels)
            block = [f"      - {json.dumps(one, ensure_ascii=False)}" for one in levels]
            lines += draw(st.sampled_from(([f"    归类: [{flow}]"], ["    归类:", *block])))
        if draw(st.booleans()):
            lines += ["    例: {100%: 5, 103%: [3.5, 4]}      # 由 test 核对", "    口径: {不足一步: 不计}"]
    end = draw(st.sampled_from(("\n", "\n\n# 结束\n", "")))
    text = "\n".join(lines) + end
    text = text.replace("\n", draw(st.sampled_from(("\n", "\n", "\r\n", "\r"))))
    codec = draw(st.sampled_from(("utf-8", "utf-8", "utf-8-sig", "gb18030")))
    return text.encode(codec)
