"""Read a scoring sentence into clauses."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from lark import Lark, Token
from lark.exceptions import UnexpectedToken, VisitError

from jixiao.language.error import LanguageError
from jixiao.language.standard.build.clauses import Build
from jixiao.language.standard.mistakes import refuse_signs, why
from jixiao.language.standard.tokens.source import Source, fold_sentence
from jixiao.language.standard.tokens.tokenise import tokenise
from jixiao.language.standard.tree import Sentence
from jixiao.language.tables import open_grammar


def parse_standard(sentence: str, names: tuple[str, ...] = ()) -> Sentence:
    """Read a scoring sentence into its clauses, in order.

    `names` are what its formulas may call the indicator. Raises LanguageError with the
    position of the first thing not understood.
    """
    source = fold_sentence(sentence)
    refuse_signs(source)
    try:
        tree = _parser().parse(tokenise(source, names))
    except UnexpectedToken as error:
        raise _unexpected(error, source) from None
    try:
        return Build(source, names).transform(tree)
    except VisitError as error:
        if isinstance(error.orig_exc, LanguageError):
            raise error.orig_exc from None
        raise


def _unexpected(error: UnexpectedToken, source: Source) -> LanguageError:
    found: Token = error.token
    if found.type == "$END":
        return LanguageError("评分标准没有写完", len(source.original))
    span = source.span(found.start_pos or 0, found.end_pos or 0)
    reason = why(error, lambda text: _parser().parse(tokenise(fold_sentence(text))))
    if reason:
        return LanguageError(f"“{found}”{reason}", span.start, span.end - span.start)
    if found.type in ("LPAR", "RPAR", "AWARD_RPAR"):
        return LanguageError("括号不成对，或括号里的内容无法理解", span.start)
    return LanguageError(f"无法理解“{found}”在这里的意思", span.start, span.end - span.start)


@cache
def _parser() -> Lark:
    return open_grammar(Path(__file__).with_name("grammar.lark"), "sentence")
