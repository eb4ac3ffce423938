"""A table made ready in an earlier run is the table made ready in this one."""

import pytest

from jixiao.files import built_in_rules, open_library
from jixiao.kept import keeper
from jixiao.kept.codec import Codec
from jixiao.kept.keeper import Cache
from jixiao.language.error import LanguageError
from jixiao.model.diagnostic import Refused
from jixiao.scoring.program import kept
from jixiao.scoring.program.kept import CLASSES, ready_program
from jixiao.scoring.program.program import compile_ruleset
from jixiao.scoring.sentence.recalled import with_form_recalled
from shared.cases.small import loaded
from shared.sentences.examples import examples

TABLES = {table.reference: table for table in open_library(built_in_rules()).tables}


def never(*_):
    raise AssertionError("made anew")


@pytest.mark.parametrize("example", list(examples()), ids=str)
def test_the_meaning_of_every_example_is_kept(example):
    """A class that a form is lowered to and that is not listed shows here."""
    try:
        rule = example.rule()
    except (LanguageError, Refused):
        assert example.error or example.refused or example.gap
        return
    meaning = with_form_recalled(rule.meaning, example.text, example.name, shared=False)
    again = Codec(CLASSES).decode(Codec(CLASSES).encode((meaning, rule.formula, rule.conditions)))
    assert again == (rule.meaning, rule.formula, rule.conditions)
    assert repr(again[0].ways) == repr(rule.meaning.ways)
    assert again[0].standard.canonical() == rule.standard.canonical()
    assert again[0].standard.parts() == rule.standard.parts()
    assert again[0].takes == rule.meaning.takes


@pytest.mark.parametrize("reference", TABLES)
def test_a_table_is_recalled_without_being_understood(reference, tmp_path, monkeypatch):
    ruleset = open_library(built_in_rules()).ruleset(reference)
    program = compile_ruleset(ruleset)
    assert ready_program(ruleset, Cache(tmp_path)) == program
    monkeypatch.setattr(kept, "compile_ruleset", never)
    again = ready_program(ruleset, Cache(tmp_path))
    assert again == program
    assert [rule.wanted for rule in again.rules] == [rule.wanted for rule in program.rules]


def test_another_table_is_understood_anew(tmp_path):
    first = loaded("[{名称: 满意度, 分值: 5, 评分标准: 90%以上得5分；90%以下得0分}]")[1]
    second = loaded("[{名称: 满意度, 分值: 5, 评分标准: 80%以上得5分；80%以下得0分}]")[1]
    cache = Cache(tmp_path)
    programs = [ready_program(ruleset, cache) for ruleset in (first, second, first, second)]
    assert programs == [compile_ruleset(ruleset) for ruleset in (first, second, first, second)]
    assert programs[0] != programs[1]


def test_a_table_that_is_refused_is_refused_with_the_same_words(tmp_path):
    ruleset = loaded("[{名称: 满意度, 分值: 4, 评分标准: 90%以上得5分；90%以下得0分}]")[1]
    told = []
    for _ in range(2):
        with pytest.raises(Refused) as refused:
            ready_program(ruleset, Cache(tmp_path))
        told.append(refused.value.diagnostics)
    assert told[0] == told[1]
    assert not list(tmp_path.iterdir())


def test_a_later_engine_understands_anew(tmp_path, monkeypatch):
    ruleset = loaded("[{名称: 满意度, 分值: 5, 评分标准: 90%以上得5分；90%以下得0分}]")[1]
    ready_program(ruleset, Cache(tmp_path))
    monkeypatch.setattr(keeper, "engine_digest", lambda: "a later engine")
    monkeypatch.setattr(kept, "compile_ruleset", never)
    with pytest.raises(AssertionError, match="made anew"):
        ready_program(ruleset, Cache(tmp_path))
