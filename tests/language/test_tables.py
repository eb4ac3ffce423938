"""The parsing tables that are kept beside the grammars."""

import shutil

import pytest

from jixiao.language.tables import GRAMMARS, is_fresh, make_parser, open_grammar
from jixiao.language.tokens import token


@pytest.mark.parametrize(("grammar", "start"), GRAMMARS)
def test_tables_are_of_the_grammar_as_it_is(grammar, start):
    """A change of a grammar without new tables is noticed; `make tables` mends it."""
    assert is_fresh(grammar), f"{grammar.name} has changed: run make tables"


def test_stale_tables_are_passed_over(tmp_path):
    """Tables of another text are not used: the parser is made from the grammar itself."""
    grammar, start = GRAMMARS[0]
    copy = tmp_path / "grammar.lark"
    shutil.copy(grammar.with_suffix(".tables"), copy.with_suffix(".tables"))
    copy.write_text(grammar.read_text(encoding="utf-8") + "\n// changed\n", encoding="utf-8")
    assert not is_fresh(copy)
    tokens = [token("NAME", "甲", 0, 1)]
    kept = open_grammar(grammar, start).parse(tokens)
    assert open_grammar(copy, start).parse(tokens) == kept
    assert make_parser(grammar.read_text(encoding="utf-8"), start).parse(tokens) == kept
