"""Two levels, or two items of a list, in the same words: one of them was copied and not changed."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.found import Found, Lint, each_sentence
from jixiao.analysis.lint.sentence import Sentence
from jixiao.language.formula import plain_name
from jixiao.model.lint import LintRule
from jixiao.scoring.scale.said import Takes


def find(sentence: Sentence) -> Iterator[Found]:
    """Yield every level or item whose words an earlier one has."""
    seen: set[tuple[str, str]] = set()
    for called, words, clause, kind in _entries(sentence):
        name = (called, plain_name(words))
        if name in seen:
            yield Found(
                sentence.spot_of(clause),
                f"“{words}”这一{kind}写了两次，评定时分不清是哪一{kind}。请改写其中一{kind}，或删去",
            )
        seen.add(name)


_KINDS = {Takes.LEVEL: "档", Takes.MET: "项"}


def _entries(sentence: Sentence) -> Iterator[tuple[str, str, str, str]]:
    """Yield of each level or item what it is a level of, its words, its clause, and what it is called."""
    for term in sentence.meaning.terms if sentence.meaning else ():
        if term.takes in _KINDS:
            kind = _KINDS[term.takes]
            yield from (
                (term.name, option.words, option.clause, kind) for option in term.options if option.words
            )


LINT = Lint(LintRule("entry-twice", "两档或两项写得一样", "warning"), each_sentence(find))
