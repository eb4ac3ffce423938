"""Tables that differ by a seed: content, order and names of columns, merges, blanks, where points stand, format."""

from __future__ import annotations

from random import Random

from shared.issued.content import FIELDS
from shared.issued.drawn import FORMS, Area, Drawn, Wanted
from shared.issued.layouts import Layout

LABELS = (
    ("一级指标", "一级 指标", "一级\n指标", "指标类别"),
    ("二级指标", "二级  指标", "二级指际"),
    ("三级指标", "指标名称", "三级 指标", "具体指标"),
)
POINTS = ("分值", "分 值", "基本分", "标准分", "分值（分）", "各项分值")
SENTENCES = ("评分标准", "计分标准", "评分细则", "评价标准", "评分\n标准", "计分方法", "评分标淮")
EXPLANATIONS = ("指标解释", "指标说明", "指标内涵", "指标解释及计算公式")
OTHERS = ("自评得分", "备注", "扣分原因", "数据来源")


def generated(seed: int) -> Layout:
    """Give the table of a seed."""
    chance = Random(seed)
    field = FIELDS[seed % len(FIELDS)]
    count = chance.randint(5, len(field))
    chosen = sorted(chance.sample(range(len(field)), count))
    shares = [chance.choice((2, 3, 4, 5, 6, 8, 10, 12)) for _ in chosen]
    form = FORMS[seed % len(FORMS)]
    order = ["one", "two", "three", "points", "explanation", "sentence"]
    if chance.random() < 0.4:
        order.remove("explanation")
    if chance.random() < 0.5 and form != "lines":
        order.append("other")
    if chance.random() < 0.3:
        order.insert(0, "number")
    if chance.random() < 0.5 and form != "lines":
        chance.shuffle(order)
        labels = [one for one in order if one in ("one", "two", "three")]
        for place, name in zip([order.index(one) for one in labels], ("one", "two", "three"), strict=True):
            order[place] = name
    in_name = chance.random() < 0.25
    if in_name:
        order.remove("points")
    heads = {
        "one": chance.choice(LABELS[0]), "two": chance.choice(LABELS[1]), "three": chance.choice(LABELS[2]),
        "points": chance.choice(POINTS), "explanation": chance.choice(EXPLANATIONS), "sentence": chance.choice(SENTENCES),
        "other": chance.choice(OTHERS), "number": "序号",
    }  # fmt: skip
    rows = [[heads[one] for one in order]]
    wanted: list[Wanted] = []
    last = ("", "")
    for number, (place, points) in enumerate(zip(chosen, shares, strict=True), start=1):
        one, two, name, explanation, sentence = field[place]
        sentence = sentence.format(p=points)
        cells = {
            "one": one if last[0] != one else "", "two": two if last != (one, two) else "",
            "three": _broken(name, chance, form) + (f"（{points}分）" if in_name else ""),
            "points": chance.choice((f"{points}", f"{points}", f"{points}分")), "explanation": explanation,
            "sentence": _broken(sentence, chance, form), "other": "", "number": f"{number}",
        }  # fmt: skip
        if heads["other"] == "自评得分":
            cells["other"] = f"{points}"
        last = (one, two)
        rows.append([cells[key] for key in order])
        wanted.append(Wanted(name, f"{points}", sentence, (one, two), (len(rows) - 1, order.index("three"))))
    merged = _merged(rows, order) if form in ("xlsx", "docx", "html") and chance.random() < 0.6 else []
    if chance.random() < 0.5 and "points" in order and form != "lines":
        total = ["" for _ in order]
        total[order.index("one")] = chance.choice(("合计", "合  计", "总分", "总计"))
        total[order.index("points")] = f"{sum(shares)}"
        rows.append(total)
    title = f"某某市{2020 + seed % 5}年度绩效评价指标表"
    return f"seed-{seed}", form, [Drawn(rows, wanted, merged, before=[title])]


def _broken(text: str, chance: Random, form: str) -> str:
    """Break a text by a line or by blanks, as cells of narrow columns are."""
    if form in ("lines", "box") or len(text) < 6 or chance.random() < 0.7:
        return text
    at = chance.randint(2, len(text) - 2)
    if text[at - 1].isascii() or text[at].isascii() or text[at - 1] == "分":
        return text
    return f"{text[:at]}{chance.choice((chr(10), ' ' * 20, chr(0x3000)))}{text[at:]}"


def _merged(rows: list[list[str]], order: list[str]) -> list[Area]:
    areas: list[Area] = []
    for key in ("one", "two"):
        column = order.index(key)
        top = 1
        for row in range(2, len(rows) + 1):
            if row == len(rows) or rows[row][column]:
                if row - top > 1:
                    areas.append((top, column, row - 1, column))
                top = row
    return areas
