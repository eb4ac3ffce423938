"""What varies on the surface of a sentence does not change what is understood."""

from __future__ import annotations

import pytest

from jixiao.scoring.sentence.understand import understand
from shared.sentences.examples import Spellings, read_spellings

GROUPS = read_spellings()


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.what)
def test_all_spellings_of_a_group_mean_the_same(group: Spellings) -> None:
    understood = {sentence: understand(sentence, group.name, group.points) for sentence in group.sentences()}
    first, *others = understood.items()
    for sentence, standard in others:
        assert standard == first[1], f"{sentence} / {first[0]}"
