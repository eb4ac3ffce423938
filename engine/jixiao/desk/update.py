"""Which texts of which files would make failed expectations pass, and those files rewritten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from jixiao.dataclass import dataclass, replace
from jixiao.files.yaml.rewrite import Manuscript
from jixiao.model.diagnostic import Refused
from jixiao.model.trial import Revision, Trial


@dataclass(frozen=True, slots=True)
class Update:
    """One file rewritten: what changes in it, and its bytes then."""

    path: Path
    revisions: tuple[Revision, ...]
    data: bytes


def plan_updates(trials: Sequence[Trial]) -> tuple[tuple[Update, ...], tuple[Trial, ...]]:
    """Give the files to rewrite, and the trials: mended ones as passed, others with why they can't be."""
    failed = [trial for trial in trials if trial.revisions and not trial.passed]
    files = dict.fromkeys(trial.place.file for trial in failed)
    plans = [_plan(Path(file), [one for one in failed if one.place.file == file]) for file in files]
    judged = {id(before): after for _, pairs in plans for before, after in pairs}
    updates = tuple(update for update, _ in plans if update is not None)
    return updates, tuple(judged.get(id(trial), trial) for trial in trials)


def _plan(path: Path, failed: list[Trial]) -> tuple[Update | None, list[tuple[Trial, Trial]]]:
    """Plan one file: each trial beside what becomes of it."""
    try:
        manuscript = Manuscript.open(path)
    except Refused as refused:
        why = refused.diagnostics[0].message
        return None, [(trial, replace(trial, revisions=(), stuck=why)) for trial in failed]
    pairs = [(trial, _judged(trial, failed, manuscript)) for trial in failed]
    made = tuple(dict.fromkeys(_made(after for _, after in pairs)))
    return (Update(path, made, manuscript.revised(made)) if made else None), pairs


def _judged(trial: Trial, failed: Iterable[Trial], manuscript: Manuscript) -> Trial:
    others = [one for other in failed if other is not trial for one in other.revisions]
    own = [*others, *trial.revisions]
    why = next((why for one in trial.revisions if (why := manuscript.refusal(one, own))), "")
    if why:
        return replace(trial, revisions=(), stuck=why)
    return replace(trial, passed=True)


def _made(trials: Iterable[Trial]) -> Iterator[Revision]:
    for trial in trials:
        if trial.passed:
            yield from trial.revisions
