"""Small PDFs written by hand, so that a test says itself what stands where.

All characters are 0.6 em wide (the fonts say they are fixed); a ToUnicode map gives every
code its letter. Lengths are points from the top-left of the page.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from extract.document import Document
from extract.readers.files import read_bytes

A4 = (595.0, 842.0)
LEFT, RIGHT = 85.0, 525.0
FIXTURES = Path(__file__).parent / "fixtures" / "pdf"
FILLER = (
    "Ủy ban nhân dân xã đã họp bàn với các trưởng thôn, lấy ý kiến của nhân dân ở từng cụm dân cư "
    "và công khai danh sách tại nhà văn hóa."
)


@dataclass
class Pdf:
    """A PDF in the making."""

    size: tuple[float, float] = A4
    pages: list[tuple[list[str], int]] = field(default_factory=list)
    codes: dict[str, int] = field(default_factory=lambda: {" ": 32})
    fonts: list[str] = field(default_factory=list)

    def page(self, rotate: int = 0) -> Pdf:
        """Begin a page."""
        self.pages.append(([], rotate))
        return self

    def raw(self, operators: str) -> Pdf:
        """Add content as it is."""
        self.pages[-1][0].append(operators)
        return self

    def text(
        self, x: float, y: float, words: str, size: float = 12, font: str = "Mono", mode: int = 0,
        matrix: str = "1 0 0 1",
    ) -> Pdf:  # fmt: skip
        """Draw words whose baseline is `y` below the top."""
        if font not in self.fonts:
            self.fonts.append(font)
        for char in words:
            self.codes.setdefault(char, 33 + len(self.codes))
        shown = "".join(f"{self.codes[c]:02x}" for c in words)
        at = f"{x} {self.size[1] - y}"
        name = f"F{self.fonts.index(font)}"
        return self.raw(f"BT {mode} Tr /{name} {size} Tf {matrix} {at} Tm <{shown}> Tj ET")

    def lines(
        self, y: float, *lines: str, x: float = LEFT, size: float = 12, font: str = "Mono"
    ) -> float:
        """Draw lines one under the other; returns where the next would stand."""
        for line in lines:
            self.text(x, y, line, size, font)
            y += 1.3 * size
        return y

    def paragraph(
        self, y: float, words: str, indent: float = 0, x: float = LEFT, right: float = RIGHT,
        size: float = 12,
    ) -> float:  # fmt: skip
        """Draw a paragraph wrapped at `right`; returns where the next line would stand."""
        rows: list[str] = [""]
        for word in words.split(" "):
            start = x + indent * (len(rows) == 1)
            if start + width(f"{rows[-1]} {word}", size) > right and rows[-1]:
                rows.append(word)
            else:
                rows[-1] = f"{rows[-1]} {word}".strip()
        for n, row in enumerate(rows):
            self.text(x + indent * (n == 0), y, row, size)
            y += 1.3 * size
        return y

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Pdf:
        """Draw a line."""
        high = self.size[1]
        return self.raw(f"0.5 w {x0} {high - y0} m {x1} {high - y1} l S")

    def build(self) -> bytes:
        """The file."""
        count = len(self.pages)
        first = 3 + 2 * count
        names = " ".join(f"/F{n} {first + n} 0 R" for n in range(len(self.fonts)))
        cmap = first + len(self.fonts)
        kids = " ".join(f"{3 + 2 * n} 0 R" for n in range(count))
        objects = [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        ]
        box = f"[0 0 {self.size[0]} {self.size[1]}]"
        for n, (operators, rotate) in enumerate(self.pages):
            objects.append(
                f"<< /Type /Page /Parent 2 0 R /MediaBox {box} /Rotate {rotate} /Resources "
                f"<< /Font << {names} >> >> /Contents {4 + 2 * n} 0 R >>".encode()
            )
            objects.append(_stream("\n".join(operators)))
        widths = "600 " * 224
        for font in self.fonts:
            about = (
                f"<< /Type /FontDescriptor /FontName /{font} /Flags 33 /FontBBox [0 -200 600 900] "
                "/ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>"
            )
            objects.append(
                f"<< /Type /Font /Subtype /TrueType /BaseFont /{font} /Encoding /WinAnsiEncoding "
                f"/FirstChar 32 /LastChar 255 /Widths [{widths}] /FontDescriptor {about} "
                f"/ToUnicode {cmap} 0 R >>".encode()
            )
        pairs = [
            f"<{code:02x}> <{char.encode('utf-16-be').hex()}>" for char, code in self.codes.items()
        ]
        parts = [pairs[i : i + 90] for i in range(0, len(pairs), 90)]
        body = "\n".join(f"{len(p)} beginbfchar\n" + "\n".join(p) + "\nendbfchar" for p in parts)
        objects.append(_stream(
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
            f"1 begincodespacerange <00> <ff> endcodespacerange\n{body}\nendcmap end end"
        ))  # fmt: skip
        out = bytearray(b"%PDF-1.5\n")
        offsets = []
        for n, data in enumerate(objects, 1):
            offsets.append(len(out))
            out += f"{n} 0 obj\n".encode() + data + b"\nendobj\n"
        start = len(out)
        out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
        out += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
        out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\n".encode()
        return bytes(out + f"startxref\n{start}\n%%EOF\n".encode())


def width(words: str, size: float) -> float:
    """How wide words are drawn."""
    return 0.6 * size * len(words)


def read(pdf: Pdf | bytes, name: str = "thử.pdf") -> Document:
    return read_bytes(pdf if isinstance(pdf, bytes) else pdf.build(), name)


def lines(pdf: Pdf | bytes) -> list[str]:
    return read(pdf).text.split("\n")


def fixture(name: str) -> bytes:
    return (FIXTURES / f"{name}.pdf").read_bytes()


def _stream(content: str) -> bytes:
    data = content.encode("latin-1")
    return f"<< /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"
