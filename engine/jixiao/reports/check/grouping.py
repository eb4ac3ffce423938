"""The reviews of a run, case by case, each case with the mean over its projects."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator
from itertools import groupby

from jixiao.model.review import Mean, Review, Run


def by_case(run: Run) -> Iterator[tuple[tuple[Review, ...], Mean | None]]:
    """Give the reviews of each case in turn, and its mean where it has projects.

    Two files with one code are two cases; their means come in the order of the files.
    """
    means: defaultdict[str, deque[Mean]] = defaultdict(deque)
    for mean in run.means:
        means[mean.case].append(mean)
    for _, group in groupby(run.reviews, key=_file):
        reviews = tuple(group)
        case = reviews[0].evaluation.case
        waiting = means[case.id] if case.projects else None
        yield reviews, waiting.popleft() if waiting else None


def _file(review: Review) -> tuple[str, str, str]:
    case = review.evaluation.case
    return case.place.file, case.id, case.digest
