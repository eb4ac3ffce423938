"""The JSON Schemas of everything that people write and programs read."""

from __future__ import annotations

from pathlib import PurePosixPath

from jixiao.dataclass import dataclass
from jixiao.files import built_in_rules


@dataclass(frozen=True, slots=True)
class Schema:
    """One schema: where it stands in a folder of schemas, and its text."""

    path: PurePosixPath
    text: str


def schemas() -> tuple[Schema, ...]:
    """Give every schema: of rules and cases, and in output/ of what commands write as JSON."""
    folder = built_in_rules() / "schema"
    return tuple(
        Schema(PurePosixPath(file.relative_to(folder).as_posix()), file.read_text(encoding="utf-8"))
        for file in sorted(folder.rglob("*.schema.json"))
    )
