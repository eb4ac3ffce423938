"""Codes and their words: both stay apart, both are read, and JSON gives the code."""

from __future__ import annotations

import json
import pickle
import re

import pytest

from jixiao.audit.checks.relation import Verdict
from jixiao.audit.resemblance import Resemblance
from jixiao.model.check import Category, CheckResult
from jixiao.model.coded import Coded
from jixiao.model.evaluation import Status
from jixiao.model.finding import Level
from jixiao.model.mutation import Source
from jixiao.model.trial import TrialKind

CODED = (Category, CheckResult, Level, Resemblance, Source, Status, TrialKind, Verdict)


@pytest.mark.parametrize("codes", CODED)
def test_a_code_is_ascii_and_its_word_is_not(codes: type[Coded]) -> None:
    for one in codes:
        assert re.fullmatch("[a-z]+(-[a-z]+)*", one)
        assert not any(sign.isascii() for sign in one.word)
    assert len(set(codes.words())) == len(codes)


@pytest.mark.parametrize("codes", CODED)
def test_a_member_is_found_by_its_word_and_by_its_code(codes: type[Coded]) -> None:
    for one in codes:
        assert codes.named(one.word) is one
        assert codes.named(one.value) is one
    assert codes.named("没有") is None


def test_a_document_holds_the_code() -> None:
    assert (
        json.dumps({"level": Level.HIGH, "counts": {Level.LOW: 1}})
        == '{"level": "high", "counts": {"low": 1}}'
    )
    assert f"{CheckResult.NO_FIGURES}" == "no-figures"


def test_a_member_in_another_process_is_the_same() -> None:
    assert pickle.loads(pickle.dumps(Status.OPEN)) is Status.OPEN
