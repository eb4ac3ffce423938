"""A sentence that is not understood, as people are shown it."""

from __future__ import annotations

from jixiao.language.error import LanguageError
from jixiao.model.mishap import mishap_text, sentence_called
from jixiao.model.portrait import Misread, NearForm
from jixiao.scoring.sentence.nearest import listed_as


def misread(sentence: str, error: LanguageError) -> Misread:
    """Give what is shown of a sentence at whose words reading it stopped."""
    error = error.explained()
    near = tuple(map(_near, error.hints))
    return Misread(
        sentence,
        error.message,
        error.position,
        error.length,
        near,
        understood=error.understood,
        reworded=error.reworded,
    )


def failed(sentence: str, problem: Exception) -> Misread:
    """Give what is shown of a sentence over which the program itself failed."""
    return Misread(sentence, mishap_text(problem, sentence_called(sentence)), 0, len(sentence))


def _near(hint: str) -> NearForm:
    form = listed_as(hint)
    return NearForm("", hint) if form is None else NearForm(form.module, hint, form.title)
