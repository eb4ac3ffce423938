"""What policy staff see of a sentence on a terminal: golden pages."""

from __future__ import annotations

import io
from fractions import Fraction

import pytest
from hypothesis import given, strategies as st
from rich.cells import cell_len
from rich.console import Console

from jixiao.analysis.portraits.answer import answer
from jixiao.model.answer import Answer
from jixiao.reports.standard.terminal import render_standard
from reports.golden import compare
from shared.sentences.examples import examples
from shared.sentences.several import BULLETINS, RATE

EXAMPLES = list(examples())


def page(given: Answer, width: int) -> str:
    """Render as a pipe would get it."""
    stream = io.StringIO()
    render_standard(given, Console(file=stream, width=width))
    return stream.getvalue()


def asked(sentence: str, points: int, name: str, *ats: str) -> Answer:
    return answer(sentence, Fraction(points), name, {}, ats)


def _sentence(sentence: tuple[str, int, str]) -> tuple[str, int, str]:
    name, points, text = sentence
    return text, points, name


PAGES = {
    "steps": asked(
        "以100%为标准。在职人员控制率≤100%，计5分；每超过一个百分点扣0.5分，扣完为止。",
        5, "在职人员控制率", "59.26%", "100.9%", "103%", "很多",
    ),
    "list": asked(
        "①建立了资金管理办法和财务制度，1分；②制度合法、合规、完整，1分；③制度得到有效执行，1分。",
        3, "管理制度健全性", "1,3", "无", "4",
    ),
    "bent": asked("不超过100%的，得满分；未达到的，按完成比例计分。", 6, "", "150%"),
    "misread": asked("三公经费变动率0，计5分；每超过一个百分点扣0.5分。", 5, "三公经费变动率"),
    "several": asked(*_sentence(BULLETINS), "迟报=1", "差错=5；迟报=1", "漏报=1"),
    "value-and-count": asked(*_sentence(RATE), "94%；逾期=1"),
    "remark": asked("全部办结的得6分，有一件未办结的扣2分，扣完为止。以年末台账为依据。", 6, "督办事项", "1"),
    "long": asked("①" + "按照规定的程序和时限办理" * 12 + "，2分；②综合考虑给分。", 5, "办理情况"),
}  # fmt: skip


@pytest.mark.parametrize("width", [80, 120])
@pytest.mark.parametrize("name", PAGES)
def test_an_answer_is_printed(name: str, width: int) -> None:
    compare(f"standard-{name}-{width}.txt", page(PAGES[name], width))


@given(st.sampled_from(EXAMPLES), st.integers(30, 160))
def test_any_answer_fits_the_width(example, width: int) -> None:
    ats = [*example.at, "很多"]
    text = page(answer(example.text, example.points, example.name, example.reading, ats), width)
    assert all(cell_len(line) <= max(48, width) for line in text.splitlines())
    assert "\x1b" not in text
