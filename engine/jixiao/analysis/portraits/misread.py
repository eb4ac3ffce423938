"""A sentence that is not understood, as people are shown it."""

from __future__ import annotations

from jixiao.language.error import LanguageError
from jixiao.model.portrait import Misread, NearForm
from jixiao.scoring.forms.listed import RECOGNISERS, examples


def misread(sentence: str, error: LanguageError) -> Misread:
    """Give what is shown of a sentence at whose words reading it stopped."""
    near = tuple(NearForm(_form_of(hint), hint) for hint in error.hints)
    return Misread(sentence, error.message, error.position, error.length, near)


def _form_of(example: str) -> str:
    """Give the form whose own example this is, or ""."""
    forms = (recognise.__module__.rpartition(".")[2] for recognise in RECOGNISERS)
    return dict(zip(examples(), forms, strict=True)).get(example, "")
