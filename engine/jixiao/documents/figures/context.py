"""What was spoken of so far: carried from number to number, and from a head to its paragraphs."""

from __future__ import annotations

from jixiao.dataclass import dataclass, field
from jixiao.documents.figures.lexicon import Found, fits
from jixiao.documents.figures.subject import Subject
from jixiao.model.reading import ReadFigure


@dataclass(slots=True)
class Context:
    """The things that a number without a name of its own may be of."""

    year: int | None
    topic: Subject | None = None
    """What the head of the section names, or the words before the first sentence."""
    subject: Subject | None = None
    """What the last number was of."""
    main: Subject | None = None
    """What the sentence told first: what the next one goes on with where it names nothing."""
    rate: Subject | None = None
    """What the last rate was of: what percentage points are told of."""
    whole: str = ""
    """The whole whose parts are being told."""
    last_whole: str = ""
    base: str = ""
    """What changes are told against: last year, or the budget."""
    names: list[Found] = field(default_factory=list)
    """The names of the last list, for a second row of numbers."""
    listed: str = ""
    values: list[ReadFigure] = field(default_factory=list)
    """The values of the sentence, for shares told of them in turn."""

    @property
    def around(self) -> frozenset[str]:
        """The names of what is spoken of."""
        near = (self.topic, self.subject, self.main)
        return frozenset(
            filter(None, (*(one.name for one in near if one is not None), self.whole, self.last_whole))
        )

    def carried(self, unit: str) -> Subject | None:
        """Give what a number with this unit may be of where its own words name nothing."""
        near = [one for one in (self.subject, self.main, self.topic) if one is not None]
        if unit == "%":
            return near[0] if near else None
        return next(
            (one for one in near if one.item is None or fits(one.item, unit)), near[0] if near else None
        )

    def speak_of(self, subject: Subject) -> None:
        """Note what the text goes on with."""
        self.subject = subject
        self.main = self.main or subject

    def remember(self, subject: Subject, figure: ReadFigure, *, now: bool) -> None:
        """Note a value; `now`: it is of the report's own year, so that the text may go on with it."""
        if figure.unit == "%":
            self.rate = subject
        elif now and figure.unit != "‰":
            self.speak_of(subject)
            self.values.append(figure)
            if not self.whole:
                self.last_whole = subject.name

    def next_sentence(self) -> None:
        """Forget what holds for one sentence only."""
        self.whole = ""
        self.base = ""
        self.subject = self.main or self.subject
        self.main = None
        self.values = []
