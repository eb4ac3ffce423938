"""Every message can be put into words: a sentence makes all that its template names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from jixiao.model.evaluation import Result
from jixiao.scoring.indicator.told import ResultTold
from jixiao.scoring.scale.message import Filled, Message
from jixiao.scoring.scale.outcome import Outcome
from jixiao.scoring.scale.said import Answer, own
from jixiao.scoring.scale.summed import OfMeasure
from jixiao.scoring.scale.tell import OfValue
from shared.cases.small import result, run
from shared.sentences.examples import REFUSED, examples, result_of
from shared.sentences.standards import meaning

BESIDE_EXAMPLES = (
    (
        "公式: 追加预算 / 年初预算, 口径: {无指标值: 满分}, 评分标准: 得分=控制率×5",
        "{追加预算: 1, 年初预算: 0}",
    ),
    (
        "公式: 追加预算 / 年初预算, 口径: {无指标值: 不得分}, 评分标准: 得分=控制率×5",
        "{追加预算: 1, 年初预算: 0}",
    ),
    (
        "公式: 追加预算 / 年初预算, 口径: {得分小数位: 0}, 评分标准: 得分=控制率×5",
        "{追加预算: 1, 年初预算: 3}",
    ),
    ("公式: 追加预算 / 年初预算, 评分标准: 得分=5分×0", "{追加预算: 1}"),
)
"""What no sentence alone says: it hangs on 口径, or on figures that there are not."""
EXCEEDED = (
    "[{名称: 帮扶户数, 分值: 5, 目标: ≥20 人, 公式: 在职人数, 评分标准: 达到目标值得满分，否则不得分。}]"
)
"""What only the table takes."""


ANSWERED = ("达到目标值得满分，否则不得分。", "达到目标值得满分。")
"""Goals that are not numbers: whether they are reached is said by whoever assesses."""


def spoken(outcome: Outcome) -> Iterator[Filled | OfValue]:
    """Yield what an outcome says, of the score, of each loss and of what it asks for."""
    asked = (one.reason for one in outcome.unsaid)
    for told in (outcome.note, *(loss.reason for loss in outcome.losses), *asked):
        words = told.words if isinstance(told, OfMeasure) else told
        if isinstance(words, Filled | OfValue):
            yield words


def of_result(found: Result) -> Iterator[Filled | OfValue]:
    assert isinstance(found.explanation, ResultTold)
    for told in found.explanation.ways:
        yield from spoken(told.way.outcome)


def results() -> Iterator[Result]:
    """Yield the results of all examples, and of what examples cannot say."""
    for example in examples():
        if not (example.refused or example.gap):
            yield from (result_of(example, at) for at, score in example.at.items() if score != REFUSED)
    for indicator, figures in BESIDE_EXAMPLES:
        data = figures.replace(", ", "}, ").replace(": ", ": {单位: 万元, 值: ")[:-1] + "}}"
        yield result(indicator, f"数据: {data}")
    yield run(
        EXCEEDED, "数据: {在职人数: {值: 30, 单位: 人}}", {"超额": "完成值超过目标值30%及以上的，扣2分"}
    ).results[0]


def answered() -> Iterator[Filled | OfValue]:
    for sentence in ANSWERED:
        for holds in (True, False):
            for way in meaning(sentence).outcomes(own(Answer(holds))):
                yield from spoken(way.outcome)


@cache
def said() -> dict[Message, str]:
    """Give each message that is said somewhere, in the words in which it first is."""
    texts: dict[Message, str] = {}
    for words in (*(words for found in results() for words in of_result(found)), *answered()):
        texts.setdefault(words.message, str(words))
    return texts


@pytest.mark.parametrize("message", list(Message), ids=lambda message: message.name)
def test_a_message_is_filled_by_some_sentence(message: Message) -> None:
    """No template waits for a filling that nothing makes, and none is never said."""
    text = said()[message]
    assert text
    assert "{" not in text
    assert "}" not in text


@pytest.mark.parametrize("message", list(Message), ids=lambda message: message.name)
def test_how_a_message_ends_is_said_alone_too(message: Message) -> None:
    """Where a template ends with what is earned, these words are its end."""
    assert message.value.endswith(message.result)
    assert message.says_full == (message.result == "得满分")
