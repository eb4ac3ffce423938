"""Finished chunks, kept beside the file that is to be written, so that a run that was ended can go on."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jixiao.bulk.batch.held import LOCK, held
from jixiao.bulk.batch.scored import Results
from jixiao.bulk.batch.tally import Tally
from jixiao.dataclass import dataclass, fields
from jixiao.files.rows import messages
from jixiao.files.rows.chunk import BadRow
from jixiao.model.check_count import CheckCount
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import filled

ABOUT = "about.json"
_OURS = re.compile(r"lock|about\.json|\d{6,}\.(?:arrow|json)|(?:rows|said|bad|out)\.tmp.*|tmp\w+")
"""Names of what runs leave in the folder; whatever else is there is somebody's."""
LOOKED_AT = 1 << 20
"""Bytes at either end of a file by which, with its size and time, it is known again."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A folder of finished chunks. `about`: what they were made of, and how."""

    folder: Path
    about: Mapping[str, object]

    def is_same_run(self) -> bool:
        """Whether what is there was made of the same, in the same way."""
        try:
            found = json.loads((self.folder / ABOUT).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return False
        return bool(found == json.loads(json.dumps(self.about)))

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the folder for this run; raises OSError, or Refused where another run does, or something else is in it."""
        if self.folder.is_dir():
            other = next((one.name for one in self.folder.iterdir() if not _OURS.fullmatch(one.name)), None)
            if other is not None:
                raise self._refused(filled(messages.NOT_OURS, name=other))
        with held(self.folder) as is_ours:
            if not is_ours:
                raise self._refused(messages.BUSY)
            yield

    def _refused(self, text: str) -> Refused:
        return Refused(Diagnostic(Place(str(self.folder)), text))

    def are_there(self) -> bool:
        """Whether a run has left something there."""
        return (self.folder / ABOUT).exists()

    def begin(self) -> None:
        """Empty the folder, which this run holds, and say what is to be in it; raises OSError."""
        for one in self.folder.iterdir():
            if one.name != LOCK:
                one.unlink()
        self._write(ABOUT, json.dumps(self.about, ensure_ascii=False))

    def remove(self) -> None:
        """Take the folder away, with all that is in it."""
        if self.folder.is_dir():
            shutil.rmtree(self.folder)

    def has(self, number: int) -> bool:
        """Whether a chunk is finished."""
        return self._said(number).is_file()

    def keep(self, number: int, results: Results) -> None:
        """Keep a finished chunk: its rows first, then that it is finished. Raises OSError."""
        import pyarrow as pa

        table = pa.table(results.columns)
        waiting = self.folder / "rows.tmp"
        with (
            pa.OSFile(str(waiting), "wb") as stream,
            pa.ipc.new_file(stream, table.schema, options=_options()) as out,
        ):
            out.write_table(table)
        waiting.replace(self._rows(number))
        bad = [[getattr(one, key.name) for key in fields(BadRow)] for one in results.bad]
        checked = {
            name: [getattr(one, key.name) for key in fields(CheckCount)]
            for name, one in results.checked.items()
        }
        said = {"tally": results.tally.counts(), "bad": bad, "checked": checked, "unread": results.unread}
        self._write(self._said(number).name, json.dumps(said, ensure_ascii=False))

    def tally(self, number: int) -> Tally:
        """Give the counts of a finished chunk."""
        return Tally.of(self._read(number)["tally"])

    def checked(self, number: int) -> dict[str, CheckCount]:
        """Give how the checks of figures came out in a finished chunk, by their ids."""
        found = self._read(number)["checked"]
        keys = [one.name for one in fields(CheckCount)]
        said = {name: dict(zip(keys, counts, strict=True)) for name, counts in found.items()}
        return {name: CheckCount(**{**one, "first": tuple(one["first"])}) for name, one in said.items()}

    def unread(self, number: int) -> int:
        """Give how many cells of a finished chunk only checks ask for and nobody can read."""
        return int(self._read(number)["unread"])

    def bad(self, number: int) -> Iterator[BadRow]:
        """Yield the bad rows of a finished chunk."""
        for one in self._read(number)["bad"]:
            yield BadRow(*one)

    def rows(self, number: int) -> dict[str, Any]:
        """Give the columns of a finished chunk."""
        import pyarrow as pa

        with pa.memory_map(str(self._rows(number))) as source:
            table = pa.ipc.open_file(source).read_all().combine_chunks()
        return {name: _one(table.column(name)) for name in table.column_names}

    def _read(self, number: int) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self._said(number).read_text(encoding="utf-8"))
        return found

    def _rows(self, number: int) -> Path:
        return self.folder / f"{number:06}.arrow"

    def _said(self, number: int) -> Path:
        return self.folder / f"{number:06}.json"

    def _write(self, name: str, text: str) -> None:
        waiting = self.folder / "said.tmp"
        waiting.write_text(text, encoding="utf-8")
        waiting.replace(self.folder / name)


def _options() -> Any:
    import pyarrow as pa

    return pa.ipc.IpcWriteOptions(compression="lz4")


def _one(column: Any) -> Any:
    """Give a chunked column as one array."""
    import pyarrow as pa

    if column.num_chunks == 1:
        return column.chunk(0)
    return pa.array([], column.type) if not column.num_chunks else column.combine_chunks()


def file_digest(path: Path) -> str:
    """Give what a file is known by again: size, time, and a digest of both of its ends."""
    about = path.stat()
    digest = hashlib.sha256(f"{about.st_size} {about.st_mtime_ns}".encode())
    with path.open("rb") as stream:
        digest.update(stream.read(LOOKED_AT))
        if about.st_size > 2 * LOOKED_AT:
            stream.seek(-LOOKED_AT, 2)
        digest.update(stream.read(LOOKED_AT))
    return digest.hexdigest()
