"""The parsing tables that are kept beside the grammars, and reading by them beside Lark's own."""

import random
import shutil

import pytest
from lark import Tree
from lark.exceptions import UnexpectedToken

from jixiao.language.error import LanguageError
from jixiao.language.formula.tokenise import tokenise as cut_formula
from jixiao.language.reading import Unexpected, read
from jixiao.language.standard import fold_sentence
from jixiao.language.standard.tokens.tokenise import tokenise as cut_sentence
from jixiao.language.tables import GRAMMARS, is_fresh, make_tables, open_tables
from jixiao.language.tokens import Token
from jixiao.language.with_lark import make_parser
from shared.sentences.examples import examples

FORMULAS = [
    "甲",
    "甲 ÷ 乙 × 100% - 3",
    "-(甲 + 乙) ÷ 最大(甲, 乙, 3万元)",
    "|甲 - 乙| ≤ 5% 且 非 (甲 > 乙 或 甲 = 0)",
    "((甲))",
]
SENTENCES = sorted({example.text for example in examples()})


class Trees:
    """Makes of every rule a tree that tells it."""

    def __getattr__(self, rule):
        return lambda *parts: (rule, *parts)


def plain(tree):
    """Write a tree of Lark's as ours are."""
    if isinstance(tree, Tree):
        return (str(tree.data), *map(plain, tree.children))
    return (tree.type, str(tree), tree.start_pos)


def ours(tables, tokens):
    """Give the tree of the tokens, or the token that does not fit."""

    def told(one):
        return (
            (one.type, str(one), one.start_pos) if isinstance(one, Token) else (one[0], *map(told, one[1:]))
        )

    try:
        return told(read(tables, tokens, Trees()))
    except Unexpected as error:
        return error.token.type, str(error.token)


def theirs(parser, tokens):
    """Give what Lark makes of them."""
    try:
        return plain(parser.parse(tokens))
    except UnexpectedToken as error:
        return error.token.type, str(error.token)


def token_lists(grammar):
    """Give lists of tokens for a grammar, as they are written and with some out of place."""
    if grammar.parent.name == "formula":
        lists = [list(cut_formula(text, ("甲", "乙"))) for text in FORMULAS]
    else:
        lists = []
        for sentence in SENTENCES:
            try:
                lists.append(cut_sentence(fold_sentence(sentence)))
            except LanguageError:
                continue
    draw = random.Random(7)
    for tokens in lists:
        yield tokens
        for _ in range(3):
            place, other = draw.randrange(len(tokens)), draw.randrange(len(tokens))
            yield [*tokens[:place], tokens[other], *tokens[place + draw.randrange(2) :]]
            yield tokens[:place]


@pytest.mark.parametrize(("grammar", "start"), GRAMMARS)
def test_tables_are_of_the_grammar_as_it_is(grammar, start):
    """A change of a grammar without new tables is noticed; `make tables` mends it."""
    assert is_fresh(grammar, start), f"{grammar.name} has changed: run make tables"


@pytest.mark.parametrize(("grammar", "start"), GRAMMARS)
def test_reading_by_tables_gives_what_lark_gives(grammar, start):
    """The same trees of what fits, and the same token told of what does not."""
    tables, parser = open_tables(grammar, start), make_parser(grammar.read_text(encoding="utf-8"), start)
    outcomes = [(ours(tables, tokens), theirs(parser, tokens)) for tokens in token_lists(grammar)]
    assert [mine for mine, _ in outcomes] == [lark for _, lark in outcomes]
    refused = sum(isinstance(mine[1], str) and len(mine) == 2 for mine, _ in outcomes)
    assert 0 < refused < len(outcomes)


def test_stale_tables_are_passed_over(tmp_path):
    """Tables of another text are not used: they are then made of the grammar itself."""
    grammar, start = GRAMMARS[0]
    copy = tmp_path / "grammar.lark"
    shutil.copy(grammar.with_suffix(".tables"), copy.with_suffix(".tables"))
    text = grammar.read_text(encoding="utf-8").replace("-> bracket", "-> brackets")
    copy.write_text(text, encoding="utf-8")
    assert not is_fresh(copy, start)
    assert open_tables(copy, start) == make_tables(text, start) != open_tables(grammar, start)


def test_tokens_that_a_rule_leaves_out_are_refused():
    """`reading.py` takes every token; a grammar that leaves some out gets no tables."""
    with pytest.raises(ValueError, match="left out"):
        make_tables('start: A "b"\n%declare A', "start")
