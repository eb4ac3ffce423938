"""The annotations of a report: NAME.yaml beside NAME.txt, or with offsets into a text that lies elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from jixiao.documents.paper import Paper
from jixiao.documents.readers.opened import read_paper

Place = tuple[int, int]


@dataclass(frozen=True)
class Wanted:
    """A figure of the truth; `places` are the stretches of the text in one of which it stands."""

    item: str
    value: str
    unit: str
    places: tuple[Place, ...]
    words: str
    """What a miss is shown by."""
    year: int | None = None
    """Where it is not the report's own."""


@dataclass(frozen=True)
class Report:
    """A report and its truth."""

    name: str
    path: Path
    year: int | None
    figures: tuple[Wanted, ...]
    ignored: tuple[Place, ...]
    """Numbers that are no figures."""
    paper: Paper = field(repr=False)

    @property
    def text(self) -> str:
        """The canonical text."""
        return self.paper.text


def reports_in(folder: Path, texts: Path | None = None) -> Iterator[Report]:
    """Yield the annotated reports of a folder whose texts are there, beside them or in the folder of texts."""
    for noted in sorted(folder.glob("*.yaml")):
        document = yaml.load(noted.read_text(encoding="utf-8"), yaml.CSafeLoader)
        named = document.get("file")
        path = noted.with_suffix(".txt") if named is None else (texts or folder) / named
        if path.exists():
            yield _report(noted.stem, path, document)


def _report(name: str, path: Path, document: dict[str, Any]) -> Report:
    paper = read_paper(path)
    year = document["year"] if isinstance(document["year"], int) else None
    flat = _Flat(paper.text)
    figures = tuple(_wanted(one, flat) for one in document["figures"])
    ignored = [place for one in document.get("ignore") or () for place in flat.places(one)]
    return Report(name, path, year, figures, tuple(ignored), paper)


def _wanted(one: dict[str, Any], flat: _Flat) -> Wanted:
    places = tuple(flat.places(one))
    assert places, f"no place for {one}"
    words = str(one.get("text") or flat.around(places[0]))
    return Wanted(one["item"], str(one["value"]), one.get("unit") or "", places, words, one.get("year"))


class _Flat:
    """A text without white space, in which snippets are looked for."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = [at for at, sign in enumerate(text) if not sign.isspace()]
        self._flat = "".join(text[at] for at in self._at)

    def places(self, one: dict[str, Any] | str) -> list[Place]:
        """Give where a snippet stands, or what the offsets say."""
        if isinstance(one, dict) and "start" in one:
            return [(one["start"], one["end"])]
        snippet, nth = (one["text"], one.get("nth")) if isinstance(one, dict) else (one, None)
        words = "".join(str(snippet).split())
        starts = [match.start() for match in re.finditer(re.escape(words), self._flat)]
        if nth is not None:
            starts = starts[nth - 1 : nth]
        return [(self._at[start], self._at[start + len(words) - 1] + 1) for start in starts]

    def around(self, place: Place) -> str:
        """Give a few words around a place."""
        return "".join(self._text[max(0, place[0] - 20) : place[1] + 4].split())
