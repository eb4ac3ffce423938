"""Rules as a git revision has them: HEAD~1, or HEAD~1:rules/place/table.yaml."""

from __future__ import annotations

import io
import subprocess
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from jixiao.files import messages
from jixiao.files.home import ITEMS_FILE
from jixiao.model.diagnostic import Diagnostic, Place, Refused
from jixiao.model.messages import say

DEFAULT_PATH = "rules"
"""What of a revision is meant where only the revision is named."""
TIMEOUT = 60
"""Seconds that git may take. Stops a command that waits for a password."""
MAX_BYTES = 50_000_000
"""Most bytes taken out of a revision. A folder of rules has some hundred thousand."""


@contextmanager
def checked_out(reference: str) -> Iterator[Path]:
    """Give the path of a revision's file or folder, unpacked for the time being.

    What lies around it is there too, from the nearest folder with items.yaml on. Raises
    Refused where there is no such revision or path; places of diagnostics name the revision.
    """
    revision, _, written = reference.partition(":")
    top = Path(_git(reference, "rev-parse", "--show-toplevel").decode("utf-8").strip())
    _git(reference, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{tree}}")
    path = _inside(Path(written or DEFAULT_PATH), top, reference)
    root = _root(revision, path, reference)
    archive = _git(reference, "archive", "--format=tar", revision, "--", str(root), at=top)
    with TemporaryDirectory() as folder:
        _unpack(archive, Path(folder), reference)
        try:
            yield Path(folder) / path
        except Refused as refused:
            raise Refused(*(_named(one, folder, revision) for one in refused.diagnostics)) from None


def is_revision(reference: str) -> bool:
    """Whether a reference that is no path of today may name a git revision."""
    revision = reference.partition(":")[0]
    if not revision or revision.startswith("-"):
        return False
    try:
        _git(reference, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except Refused:
        return False
    return True


def _git(reference: str, *words: str, at: Path | None = None) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603  # words of ours, no shell
            ["git", *words],  # noqa: S607  # git as the user has it
            capture_output=True,
            check=False,
            timeout=TIMEOUT,
            cwd=at,
        )
    except (OSError, ValueError, subprocess.TimeoutExpired) as problem:
        raise _refused(reference, messages.NO_GIT, why=str(problem)) from None
    if done.returncode:
        raise _refused(reference, messages.NO_REVISION)
    return done.stdout


def _inside(path: Path, top: Path, reference: str) -> PurePosixPath:
    """Give a path, as seen from here, as git has it: from the top of the repository."""
    try:
        return PurePosixPath((Path.cwd() / path).resolve().relative_to(top.resolve()).as_posix())
    except ValueError:
        raise _refused(reference, messages.OUTSIDE_REPOSITORY) from None


def _root(revision: str, path: PurePosixPath, reference: str) -> PurePosixPath:
    """Give the nearest folder at or above a path that has items.yaml, else the path itself."""
    _git(reference, "cat-file", "-e", f"{revision}:{'' if str(path) == '.' else path}")
    for folder in (path, *path.parents):
        items = folder / ITEMS_FILE
        try:
            _git(reference, "cat-file", "-e", f"{revision}:{items}")
        except Refused:
            continue
        return folder
    return path


def _unpack(archive: bytes, folder: Path, reference: str) -> None:
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        members = [one for one in tar.getmembers() if one.isfile() or one.isdir()]
        if sum(one.size for one in members) > MAX_BYTES:
            raise _refused(reference, messages.REVISION_TOO_LARGE, limit=MAX_BYTES)
        tar.extractall(folder, members=members, filter="data")


def _named(diagnostic: Diagnostic, folder: str, revision: str) -> Diagnostic:
    """Name the revision in place of the folder that it was unpacked to."""
    place = diagnostic.place
    file = place.file.replace(f"{folder}/", f"{revision}:")
    message = diagnostic.message.replace(f"{folder}/", f"{revision}:")
    return Diagnostic(Place(file, place.line, place.column), message)


def _refused(reference: str, message: str, **pieces: object) -> Refused:
    return Refused(Diagnostic(Place(reference), say(message, reference=reference, **pieces)))
