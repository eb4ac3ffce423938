"""A scoring sentence that no form claims: it can't run, and nothing in it is guessed."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.found import Found, Lint, each_sentence
from jixiao.analysis.lint.sentence import Sentence
from jixiao.language.error import LanguageError, Misfit, Mishap, Overlap
from jixiao.language.span import Span
from jixiao.model.lint import LintRule
from jixiao.scoring.program.table_text import told_besides

MAX_EXAMPLES = 2
"""Most ways of writing shown. The page has all."""
OWN_LINTS = (Misfit, Overlap)
"""Mistakes that are understood well enough to have a lint of their own."""


def find(sentence: Sentence) -> Iterator[Found]:
    """Yield why the sentence is not understood, at its first unknown word."""
    error = sentence.error
    if error is None or isinstance(error, OWN_LINTS):
        return
    error = error.explained()
    span = Span(error.position, error.position + max(error.length, 1))
    if isinstance(error, Mishap):
        yield Found(sentence.spot(span), error.message, mishap=True)
        return
    yield Found(sentence.spot(span), f"{error.message}{example_text(error, sentence.text.text)}")


def example_text(error: LanguageError, text: str) -> str:
    """Write the nearest ways to say it, for the end of a message."""
    if error.understood or error.reworded:
        return told_besides(error, text)
    examples = " 或 ".join(f"“{hint.rstrip('。')}”" for hint in error.hints[:MAX_EXAMPLES])
    return f"。可用的写法如：{examples}" if examples else "，请改写"


LINT = Lint(LintRule("not-understood", "评分标准看不懂", "error"), each_sentence(find))
