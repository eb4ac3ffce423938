"""Texts that are nearly sentences: words of the language in any order, and sentences with mistakes."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from shared.sentences.strategies import any_rules
from shared.sentences.wording import write

PIECES = (
    "≥ ≤ < > = 100% 90% 80% 90 0 1 5% 1% 1次 3次 3天 不超过 大于 低于 以上 以下 及以上 （含） （不含） （含90%） - 至 [80%,90%) x "
    "每超过 每低于 每相差 每出现一例 每缺一项 扣 得 计 5分 3分 2分 1分 0分 满分 得满分 不得分 （2分） （5分） 扣完为止 扣完3分为止 "
    "最高不超过5分 以100%为标准 否则 其他情况 按比例计分 按完成比例计分 得分= 预算控制率 ×5 ×分值 （1-10×预算控制率） 按分值的 "
    "100%-80% 80%-60% 60%-0% 计分 ① ② 1. 2、 （1） 一是 没有项目的 无 效果好 效果一般 效果差 建立制度 达到目标值 的 的， ： ； 。 ， 、 "
    "（说明） 个百分点 一个百分点 分别"
).split()

soups = st.lists(st.sampled_from([*PIECES, "\n"]), min_size=1, max_size=14).map("".join)


@st.composite
def slips(draw) -> tuple[str, Fraction]:
    """A sentence for a rule with one to three slips: a word too many, a sign lost, a piece twice."""
    rule = draw(any_rules)
    text = draw(write(rule))
    for _ in range(draw(st.integers(1, 3))):
        place, piece = draw(st.integers(0, len(text))), draw(st.sampled_from(PIECES))
        before, after = text[:place], text[place:]
        text = draw(
            st.sampled_from(
                [
                    before + piece + after,
                    before + after[1:],
                    before + piece + after[1:],
                    before + after[:3] + after,
                ]
            )
        )
    return text, rule.points


full_marks = st.sampled_from([Fraction(5), Fraction(3), Fraction(2)])
texts: st.SearchStrategy[tuple[str, Fraction]] = (
    st.tuples(soups | st.text(max_size=60), full_marks) | slips() | slips()
)
"""A text, and the full marks of its indicator."""
