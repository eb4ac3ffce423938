"""Which findings are shown, where only some are asked for (--level, --code)."""

from __future__ import annotations

from jixiao.dataclass import dataclass
from jixiao.model.finding import Finding, Level


@dataclass(frozen=True, slots=True)
class Choice:
    """What is asked for: as grave as that or graver, of one of these codes. By default all."""

    level: Level = Level.LOW
    codes: frozenset[str] = frozenset()

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return self.level is Level.LOW and not self.codes

    def keeps(self, finding: Finding) -> bool:
        """Whether a finding is shown. A conclusion stands on its own, and is."""
        levels = list(Level)
        chosen = not self.codes or finding.code in self.codes
        return finding.is_conclusion or (chosen and levels.index(finding.level) <= levels.index(self.level))

    @property
    def text(self) -> str:
        """What is asked for, in words."""
        grave = "" if self.level is Level.LOW else f"{self.level.word}及以上"
        return "、".join(filter(None, (grave, *sorted(self.codes))))


ALL = Choice()
