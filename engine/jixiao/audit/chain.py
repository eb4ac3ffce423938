"""From conclusions back to figures: what a finding rests on, in sentences."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping

from jixiao.audit.inference import Conclusion
from jixiao.audit.outcome import Ground, Outcome
from jixiao.dataclass import dataclass, field
from jixiao.model.fact import FINDING, Fact

MAX_SENTENCES = 40
"""Most sentences of one chain. A block with a hundred findings must stay readable."""
FINGERPRINT_DIGITS = 8


@dataclass(slots=True)
class Grounds:
    """Finds the grounds of facts; `outcomes` by fact, `ways` to each conclusion."""

    outcomes: Mapping[Fact, Outcome]
    ways: Mapping[Fact, Conclusion]
    _known: dict[Fact, Ground] = field(default_factory=dict)

    def of(self, fact: Fact) -> Ground:
        """Give what a fact rests on. Conclusions rest on others of a lower rank, so this ends."""
        if fact not in self._known:
            self._known[fact] = self._given(fact) if fact not in self.ways else self._concluded(fact)
        return self._known[fact]

    def _given(self, fact: Fact) -> Ground:
        outcome = self.outcomes.get(fact)
        return Ground() if outcome is None else outcome.ground

    def _concluded(self, fact: Fact) -> Ground:
        premises = [premise for way in self.ways[fact].derivations for premise in way]
        below = [(premise, self.of(premise)) for premise in dict.fromkeys(premises)]
        sentences: list[str] = []
        for premise, ground in below:
            sentences += ground.because
            if premise.kind == FINDING:
                sentences.append(f"所以：{premise['说明']}")
        return Ground(
            _distinct(item for _, ground in below for item in ground.items),
            _distinct(sentences)[:MAX_SENTENCES],
            _distinct(figure for _, ground in below for figure in ground.figures),
        )


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def fingerprint(number: str, ground: Ground, project: str = "") -> str:
    """Give a short text that changes when the figures of a finding do, and is another in another project."""
    text = "\n".join((*((project,) if project else ()), number, *sorted(ground.figures)))
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:FINGERPRINT_DIGITS]
