"""Plain text → paper: the text is the file itself, and its blocks are found again by what its lines look like."""

from __future__ import annotations

from jixiao.documents.layout.arrange import arrange
from jixiao.documents.paper import Paper


def paper_of_text(text: str, name: str) -> Paper:
    """Give the paper of a decoded text, line ends as LF."""
    return Paper(name, text, arrange(text))
