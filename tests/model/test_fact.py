"""Facts are complete, all text, and equal where they read the same."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys

import pytest

from jixiao.model.evaluation import Status
from jixiao.model.fact import KINDS, Fact, finding_number


@pytest.mark.parametrize("kind", KINDS)
def test_a_fact_has_every_property_of_its_kind(kind: str) -> None:
    fact = Fact.of(kind)

    assert [name for name, _ in fact.properties] == sorted(KINDS[kind])
    assert {value for _, value in fact.properties} == {""}


def test_a_property_that_there_is_not_is_an_error() -> None:
    with pytest.raises(ValueError, match="数据项"):
        Fact.of("归类", 数据项="年初预算")
    with pytest.raises(KeyError):
        Fact.of("板块")
    with pytest.raises(ValueError, match="归类"):
        Fact("归类", ())


def test_texts_that_look_the_same_are_the_same() -> None:
    assert Fact.of("归类", 归类="e\u0301") == Fact.of("归类", {"归类": "é"})
    assert hash(Fact.of("归类", 归类="e\u0301")) == hash(Fact.of("归类", 归类="é"))


def test_codes_and_truths_are_in_the_words_of_rules() -> None:
    """Whoever writes rules reads 免评 and 是, never exempt or True."""
    fact = Fact.of("指标", 指标="控制率", 状态=Status.EXEMPT, 推定=True, 口径=False, 归类=None)
    assert fact == Fact.of("指标", 指标="控制率", 状态="免评", 推定="是", 口径="否")


def test_a_fact_says_what_it_has() -> None:
    assert str(Fact.of("引用", 数据项="年初预算", 指标="变动率")) == "引用（指标 变动率，数据项 年初预算）"


def test_the_number_of_a_finding_is_what_it_is_about() -> None:
    assert finding_number({"代码": "a", "来自": "", "指标": "率", "级别": "严重"}) == "a/率"


def test_a_fact_may_go_to_another_process() -> None:
    """Hashes of texts differ there."""
    read = "import pickle, sys; from jixiao.model.fact import Fact; fact = pickle.load(sys.stdin.buffer); assert fact in {Fact.of('归类', 归类='产出')}"
    fact = pickle.dumps(Fact.of("归类", 归类="产出"))

    subprocess.run(
        [sys.executable, "-c", read], input=fact, env={**os.environ, "PYTHONHASHSEED": "7"}, check=True
    )
