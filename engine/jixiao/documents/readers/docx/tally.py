"""What was met in a document and is not in its text, to be said once."""

from __future__ import annotations

from jixiao.dataclass import dataclass, field
from jixiao.documents.paper import PaperBuilder
from jixiao.documents.readers import messages
from jixiao.model.messages import filled, listed


@dataclass(slots=True)
class Tally:
    """Counts while a document is read."""

    inserted: int = 0
    deleted: int = 0
    moved: int = 0
    hidden: int = 0
    comments: int = 0
    parts: int = 0
    """Objects and files inside the document."""
    symbols: int = 0
    """Symbols of fonts whose signs are not known."""
    fonts: dict[str, None] = field(default_factory=dict)

    def said_in(self, builder: PaperBuilder) -> None:
        """Note on a paper what was met."""
        changes = (
            (messages.INSERTED, self.inserted),
            (messages.DELETED, self.deleted),
            (messages.MOVED, self.moved),
        )
        counts = "，".join(filled(message, count=count) for message, count in changes if count)
        if counts:
            builder.remark("revisions-open", filled(messages.REVISIONS_OPEN, counts=counts))
        if self.hidden:
            builder.remark("hidden-text", filled(messages.HIDDEN_TEXT, count=self.hidden))
        if self.comments:
            builder.remark("comments", filled(messages.COMMENTS, count=self.comments))
        if self.parts:
            builder.remark("parts-unread", filled(messages.PARTS_UNREAD, count=self.parts))
        if self.symbols:
            said = filled(messages.SYMBOLS_UNREAD, count=self.symbols, fonts=listed(self.fonts))
            builder.remark("symbols-unread", said)
