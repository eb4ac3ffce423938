"""The words of a sentence that a small rule comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from jixiao.language.span import Cited
from jixiao.scoring.scale.term import Term
from jixiao.scoring.sentence.meaning import Meaning


def clause_of(meaning: Meaning, place: int) -> str:
    """Give the words of one rule; of a sentence that is one rule, all that its form says."""
    term = meaning.terms[place]
    if term.clause or place:
        return words_of(term)
    others = {clause for other in meaning.terms[1:] for clause in _said(other)}
    of_form = (part.clause for part in meaning.standard.form.parts() if part.clause not in others)
    return _drawn_together((*_said(term), *of_form))


def words_of(term: Term) -> str:
    """Give the words of a rule, as far as it says them itself."""
    return term.clause or _drawn_together(_said(term))


def _said(term: Term) -> Iterator[str]:
    yield from (stretch.what.said.clause for stretch in term.scale)
    yield from (option.clause for option in term.options)


def _drawn_together(clauses: Iterable[str]) -> str:
    """Give clauses in the order of the sentence, each once."""
    cited = {clause.span.start: clause for clause in clauses if isinstance(clause, Cited)}
    return "；".join(cited[start] for start in sorted(cited))
