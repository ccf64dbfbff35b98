"""What a document holds before any figure is put to another: the ground of the relations."""

from __future__ import annotations

from dataclasses import dataclass

from extract.document import Document
from extract.find.claims.frames import Frame
from extract.find.figures.cues import Cues
from extract.find.figures.nouns import Nouns
from extract.model import Citation, Claim, DateMention, Footnote, Metadata, Outline, Quantity
from extract.rules.engine import Text


@dataclass(frozen=True)
class Read:
    """A document with what is no figure in it."""

    document: Document
    text: Text
    outline: Outline
    footnotes: tuple[Footnote, ...]
    metadata: Metadata
    dates: tuple[DateMention, ...]
    citations: tuple[Citation, ...]


@dataclass(frozen=True)
class Mentions(Read):
    """The figures of the running text, or of the cells that hold sentences, and what they claim."""

    cues: Cues
    flows: Cues
    nouns: Nouns
    quantities: tuple[Quantity, ...]
    unread: tuple[tuple[int, int], ...]  # digits in the view that make no number
    frames: list[Frame]
    claims: tuple[Claim, ...]
