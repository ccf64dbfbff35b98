"""PDFs made to hang, crash or fill a reader: each is small and opens without complaint."""

from __future__ import annotations

import zlib

BOX = "/MediaBox [0 0 595 842]"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"


def document(*pages: bytes, more: tuple[bytes, ...] = (), resources: str = "") -> bytes:
    """A PDF of these content streams (each a whole stream object, see `stream`); the objects of
    `more` follow them, the first under the number that `first` tells."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        FONT,
    ]
    for n, content in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R {BOX} /Contents {5 + 2 * n} 0 R "
            f"/Resources << /Font << /F0 3 0 R >> {resources} >> >>".encode()
        )
        objects.append(content)
    objects += more
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for n, one in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (n, one)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\n" % (len(objects) + 1)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def first(pages: int) -> int:
    """The number of the first object after those of so many pages."""
    return 4 + 2 * pages


def stream(content: bytes, keys: str = "", times: int = 0) -> bytes:
    """A stream object; deflated, `times` times over where that is not 0."""
    for _ in range(times):
        content = zlib.compress(content, 9)
    filters = f"/Filter [{'/FlateDecode ' * times}]" if times else ""
    head = f"<< {keys} {filters} /Length {len(content)} >>\nstream\n".encode()
    return head + content + b"\nendstream"


def words(text: str) -> bytes:
    """A content stream that writes one line."""
    return stream(f"BT /F0 12 Tf 85 700 Td ({text}) Tj ET".encode("latin-1"))


def many(operators: str, count: int) -> bytes:
    """A content stream of the same operators over and over; deflated, it is small."""
    return stream(operators.encode() * count, times=2)


def nested(levels: int, each: int, at: int) -> tuple[bytes, ...]:
    """Forms from object `at` on, each of which draws the next one `each` times."""
    out = []
    for n in range(levels):
        inside = f"/Resources << /XObject << /X {at + n + 1} 0 R >> >>" if n + 1 < levels else ""
        content = "/X Do " * each if inside else "0 0 m 9 9 l S"
        out.append(
            stream(content.encode(), f"/Type /XObject /Subtype /Form /BBox [0 0 595 842] {inside}")
        )
    return tuple(out)


def vast_picture() -> bytes:
    """A picture of 30,000 x 30,000 points, black and white: 112 MB when it is decoded."""
    side = 30_000
    return stream(
        bytes(side * side // 8),
        f"/Type /XObject /Subtype /Image /Width {side} /Height {side} /BitsPerComponent 1 "
        "/ColorSpace /DeviceGray",
        times=1,
    )
