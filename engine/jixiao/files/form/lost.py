"""What of a case a form could not hold: every text of the case's tree that its lines do not give back."""

from __future__ import annotations

from collections.abc import Iterator

from jixiao.files.yaml.node import Mapping, Node, Scalar, Sequence


def lost(case: Node, given_back: Node | None, keys: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the keys that lead to each thing that is not there any more, or not the same."""
    if given_back is None:
        yield keys
    elif isinstance(case, Mapping):
        if isinstance(given_back, Mapping):
            for key, value in case.entries:
                yield from lost(value, given_back.get(key.text.strip()), (*keys, key.text.strip()))
        elif isinstance(given_back, Sequence) and len(given_back.items) == 1:
            yield from lost(case, given_back.items[0], keys)
        else:
            yield keys
    elif isinstance(case, Sequence):
        yield from _lost_of_list(case, given_back, keys)
    elif not isinstance(given_back, Scalar):
        alone = isinstance(given_back, Sequence) and len(given_back.items) == 1
        yield from (
            lost(case, given_back.items[0], keys) if alone and isinstance(given_back, Sequence) else (keys,)
        )
    elif case.text.strip() != given_back.text.strip():
        yield keys


def _lost_of_list(case: Sequence, given_back: Node, keys: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    if isinstance(given_back, Mapping) and all(isinstance(one, Scalar) for one in case.items):
        names = {key.text for key, _ in given_back.entries}  # 发现: a list of names says that each is there
        if not all(isinstance(one, Scalar) and one.text.strip() in names for one in case.items):
            yield keys
        return
    back = given_back.items if isinstance(given_back, Sequence) else (given_back,)
    if len(back) != len(case.items):
        yield keys
        return
    for one, other in zip(case.items, back, strict=True):
        yield from lost(one, other, keys)
