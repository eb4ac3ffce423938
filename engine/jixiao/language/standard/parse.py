"""Read a scoring sentence into clauses."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jixiao.language.error import LanguageError
from jixiao.language.reading import Unexpected, read
from jixiao.language.standard.build.clauses import Build
from jixiao.language.standard.mistakes import refuse_signs, why
from jixiao.language.standard.tokens.lines import with_lines_joined
from jixiao.language.standard.tokens.source import Source, fold_sentence
from jixiao.language.standard.tokens.tokenise import tokenise
from jixiao.language.standard.tree import Sentence
from jixiao.language.tables import Tables, open_tables
from jixiao.language.tokens import END, Token

_GRAMMAR, _START = Path(__file__).with_name("grammar.lark"), "sentence"


def parse_standard(sentence: str, names: tuple[str, ...] = ()) -> Sentence:
    """Read a scoring sentence into its clauses, in order.

    `names` are what its formulas may call the indicator. Raises LanguageError with the
    position of the first thing not understood.
    """
    source = with_lines_joined(fold_sentence(sentence), names)
    refuse_signs(source)
    try:
        sentence_read: Sentence = read(_tables(), tokenise(source, names), Build(source, names))
    except Unexpected as error:
        raise _unexpected(error.token, source, names) from None
    return sentence_read


def _unexpected(found: Token, source: Source, names: tuple[str, ...]) -> LanguageError:
    if found.type == END:
        return LanguageError("评分标准没有写完", len(source.original))
    span = source.span(found.start_pos, found.end_pos)
    if reason := _why(source, names):
        return LanguageError.at(f"“{found}”{reason}", span)
    if found.type in ("LPAR", "RPAR", "AWARD_RPAR"):
        return LanguageError("括号不成对，或括号里的内容无法理解", span.start)
    return LanguageError.at(f"无法理解“{found}”在这里的意思", span)


def _why(source: Source, names: tuple[str, ...]) -> str:
    from jixiao.language.with_lark import make_parser, refusal

    parser = make_parser(_GRAMMAR.read_text(encoding="utf-8"), _START)
    error = refusal(parser, tokenise(source, names))
    return why(error, lambda text: parser.parse(tokenise(fold_sentence(text))))


@cache
def _tables() -> Tables:
    return open_tables(_GRAMMAR, _START)
