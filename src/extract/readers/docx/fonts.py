"""Text in fonts of older Vietnamese encodings (`.VnTime`, `VNI-Times`) as Unicode."""

from __future__ import annotations

from lxml.etree import _Element

from extract.readers.docx.xml import W
from extract.readers.legacy.encodings import Encoding, by_font, convert
from extract.readers.legacy.text import Score, detect, is_unicode, score


class Fonts:
    """Converts the runs of a document, and counts how they read, by encoding."""

    def __init__(self, root: _Element) -> None:
        self.read: dict[Encoding, Score] = {}
        self._root = root
        self._by_name: bool | None = None
        self._by_reading: bool | None = None

    def soft_hyphen(self, font: str | None) -> str:
        """A soft hyphen set in `font`: its code is that of ư in TCVN3; "" where it is one."""
        if by_font(font or "") is not None:
            return self.unicode("\xad", font).strip("\xad")
        if self._by_reading is None:
            self._by_reading = detect(self._text()) is not None
        return "\xad" if self._by_reading else ""

    def _text(self) -> str:
        paragraphs = self._root.iter(W + "p")
        return "\n".join("".join(t.text or "" for t in p.iter(W + "t")) for p in paragraphs)

    def unicode(self, text: str, font: str | None) -> str:
        """`text` set in `font`; as it is where that font is one of Unicode or is so by name only:
        where this text or the whole document is Vietnamese in Unicode."""
        found = by_font(font or "")
        if found is None or (text.isascii() and not found.upper):
            return text
        if self._by_name is None:
            self._by_name = is_unicode(self._text())
        if self._by_name or is_unicode(text):
            return text
        made = convert(text, found.encoding, found.upper).text
        self.read[found.encoding] = score(made).plus(self.read.get(found.encoding, Score()))
        return made
