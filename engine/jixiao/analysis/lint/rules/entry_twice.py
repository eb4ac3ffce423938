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
    seen: set[str] = set()
    for words, clause, kind in _entries(sentence):
        name = plain_name(words)
        if name in seen:
            yield Found(
                sentence.spot_of(clause),
                f"“{words}”这一{kind}写了两次，评定时分不清是哪一{kind}。请改写其中一{kind}，或删去",
            )
        seen.add(name)


_KINDS = {Takes.LEVEL: "档", Takes.MET: "项"}


def _entries(sentence: Sentence) -> Iterator[tuple[str, str, str]]:
    """Yield the words of each level or item, its clause, and what it is called."""
    term = sentence.meaning.terms[0] if sentence.meaning else None
    if term is not None and term.takes in _KINDS:
        yield from (
            (option.words, option.clause, _KINDS[term.takes]) for option in term.options if option.words
        )


LINT = Lint(LintRule("entry-twice", "两档或两项写得一样", "warning"), each_sentence(find))
