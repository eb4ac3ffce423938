"""Words put into a sentence that limit a rule, change an award or ask for more: never passed over.

They stand where bureaus write them: behind a rule, right before 扣, between a value and its points, before a name.
Which of them are tried of a sentence is drawn by its own text.
"""

from __future__ import annotations

import random
import re

import pytest

from jixiao.language.error import LanguageError
from jixiao.scoring.scale.said import Takes
from jixiao.scoring.sentence.meaning import Meaning, meaning_of
from jixiao.scoring.sentence.understand import understand
from shared.sentences.examples import Example, examples
from shared.sentences.standards import refusal

EXAMPLES = [one for one in examples() if not (one.refused or one.gap)]
COSTING = [one for one in EXAMPLES if re.search(r"扣\d", one.text)]
VALUED = [
    one
    for one in EXAMPLES
    if one.standard().form.takes == Takes.VALUE and re.search(r"[%％]的?，?[得计]", one.text)
]
LIMITS = (
    "以三次为限|一年最多3次|允许迟报一次|按50%计|只统计5次|2天算一次|补报的算半次|宽限5天|暂不考核|5%|仅限一次|以上均按半数计|节假日顺延|逾期不补|三年一次|"
    "按季度折算|经批准的不算|未满一年的免计"
).split("|")
"""Clauses that limit the rule before them, most without a word of scoring."""
BEFORE_COST = "可不|不再|可少|免|只|仅|至少|最多|暂不|减半|加倍|改为|从总分中|质量分也".split("|")
"""Words that belong to 扣 behind them."""
MORE = "且资料齐全|并通过验收|同时手续完备|且较上年提高|（且资料齐全）|有合理说明|经复核合格".split("|")
"""Conditions beside a value."""
OTHERS = "加权|预计|扣除结余后|除重点项目外|任一单位|最低|近三年|√|½|两倍|负".split("|")
"""What makes of the indicator's name that of another value."""


def drawn(example: Example) -> random.Random:
    """Give a source of choices that is the same in every run."""
    return random.Random(example.text)


def scored_as_before(example: Example, text: str) -> bool:
    """Whether another sentence is understood, and scores just as the example does."""
    try:
        found: Meaning = meaning_of(understand(text, example.name, example.points), example.reading)
    except LanguageError:
        return False
    return example.meaning().is_same(found)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_a_limit_behind_a_rule(example: Example) -> None:
    """It is refused, or the score changes."""
    draw = drawn(example)
    text = f"{example.text.rstrip('。；，')}{draw.choice('，。；')}{draw.choice(LIMITS)}。"
    assert not scored_as_before(example, text), text


@pytest.mark.parametrize("example", COSTING, ids=str)
def test_words_before_a_deduction(example: Example) -> None:
    """They are refused, or the score changes."""
    draw = drawn(example)
    place = draw.choice([found.start() for found in re.finditer(r"扣(?=\d)", example.text)])
    text = example.text[:place] + draw.choice(BEFORE_COST) + example.text[place:]
    assert not scored_as_before(example, text), text


@pytest.mark.parametrize("example", VALUED, ids=str)
def test_a_condition_beside_a_value(example: Example) -> None:
    """It is refused, or the score changes: nobody is asked whether it holds."""
    draw = drawn(example)
    place = draw.choice([found.end() for found in re.finditer(r"[%％](?=的?，?[得计])", example.text)])
    text = example.text[:place] + draw.choice(MORE) + example.text[place:]
    assert not scored_as_before(example, text), text


@pytest.mark.parametrize("before", OTHERS)
@pytest.mark.parametrize(
    "sentence",
    ["{}执行率≥90%得5分，否则不得分", "{}执行率达到90%得5分，每低1个百分点扣1分", "得分={}执行率×5"],
)
def test_another_value_under_the_indicators_name(before: str, sentence: str) -> None:
    """Its name does not make it the indicator's."""
    assert refusal(sentence.format(before), name="执行率")


@pytest.mark.parametrize(
    "words",
    [
        "未整改",
        "台账超限",
        "错漏较多",
        "资料缺少",
        "擅自删减",
        "机构合并",
        "未完全公开",
        "编制超编",
        "未按要求修改",
    ],
)
def test_words_that_end_alike_are_names(words: str) -> None:
    """未整改 ends like 改扣, and says nothing of it."""
    standard = understand(f"每发现一处扣1分，{words}扣2分。", "档案差错", 5)
    assert f"{words}的，扣2分" in standard.canonical()
