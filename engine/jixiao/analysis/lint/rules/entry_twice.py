"""Two levels, or two items of a list, in the same words: one of them was copied and not changed."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.analysis.lint.found import Found, Lint, each_sentence
from jixiao.analysis.lint.sentence import Sentence
from jixiao.language.formula import plain_name
from jixiao.model.lint import LintRule
from jixiao.scoring.forms.checklist import Checklist
from jixiao.scoring.forms.levels import Levels
from jixiao.scoring.sentence.standard import Standard


def find(sentence: Sentence) -> Iterator[Found]:
    """Yield every level or item whose words an earlier one has."""
    if sentence.standard is None:
        return
    seen: set[str] = set()
    for words, clause, kind in _entries(sentence.standard):
        name = plain_name(words)
        if name in seen:
            yield Found(
                sentence.spot_of(clause, last=True),
                f"“{words}”这一{kind}写了两次，评定时分不清是哪一{kind}。请改写其中一{kind}，或删去",
            )
        seen.add(name)


def _entries(standard: Standard) -> Iterator[tuple[str, str, str]]:
    """Yield the words of each level or item, its clause, and what it is called."""
    match standard.form:
        case Levels() as form:
            yield from ((one.name, one.clause, "档") for one in form.levels)
        case Checklist() as form:
            yield from ((one.words, one.clause, "项") for one in form.entries if one.words)


LINT = Lint(LintRule("entry-twice", "两档或两项写得一样", "warning"), each_sentence(find))
