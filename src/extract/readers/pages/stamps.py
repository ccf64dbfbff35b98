"""Stamps that are no text of the document: what programs that sign, file and publish put on pages.

A digital signature says who signed and when (`Ký bởi: …`, `Email: …`, `Thời gian ký: …`), a line
each, one under the other, often beside the head of the document. Its dates, names and addresses
are none of the document's, nor are those of the stamp that an office puts on what it receives
(`CÔNG VĂN ĐẾN`, `Số: …`, `Ngày: …`). The official gazette has a running head of its own.
"""

from __future__ import annotations

import re

from extract.readers.pages.pieces import Piece

_SIGNED = re.compile(
    r"(?:Ký bởi|Người ký|Được ký bởi|Ký số bởi|Thời gian ký|Ngày ký|Ngày giờ ký|Signed by"
    r"|Digitally signed by|Signature Not Verified|Signature Valid|Signing time)\s*(?::|$)",
    re.I,
)
_TIMED = re.compile(
    r"(?:Thời gian ký|Ngày ký|Ngày giờ ký|Signing time)\s*:?\s*"
    r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}[ ,T]+\d{1,2}:\d{2}",
    re.I,
)
_LABEL = re.compile(
    r"(?:E-?mail|Cơ quan|Tổ chức|Đơn vị|Chức vụ|Chức danh|Địa chỉ|Lý do|Vị trí|Nơi ký|DN|Date"
    r"|Reason|Location|Số chứng thư|Tên)\s*:",
    re.I,
)
_ADDRESS = re.compile(r"\S+@\S+\.\w+|\d{1,2}[./-]\d{1,2}[./-]\d{4} \d{1,2}:\d{2}(?::\d{2})?.{0,8}")
_NEAR = 2.0  # of the size: lines of one stamp are nearer
_BESIDE = 1.5  # of the size: how far apart their beginnings may be
_ARRIVED = re.compile(r"(?:(?:CÔNG VĂN|VĂN BẢN|C/?V)\s+)?ĐẾN(?:\s+Số\s*:.*)?\s*:?")
_ARRIVAL = re.compile(r"(?:(?:Số|Giờ)(?: đến)?|Chuyển|Lưu hồ sơ(?: số)?)\s*:.{0,40}")
_ARRIVAL_DAY = re.compile(r"Ngày(?: đến)?\s*:?[\s.…\d/-]+(?:\d{1,2}:\d{2}(?::\d{2})?)?")
_ABOUT = 6.0  # of the size: how far apart the beginnings of its lines may be
_GAZETTE = re.compile(
    r"(?:\d{1,4}\s+)?CÔNG BÁO[^\d\n]{0,50}/\s*Số\s[^/]{1,40}/\s*Ngày\s[\d\s./-]+(?:\s\d{1,4})?\s*"
)


def is_gazette(text: str) -> bool:
    """True for the running head of the official gazette (`CÔNG BÁO/Số 12 + 13/Ngày 11-01-2021`)."""
    return _GAZETTE.fullmatch(text) is not None


def without_stamps(rows: list[list[Piece]]) -> list[list[Piece]]:
    """The rows without the lines of digital signatures and of stamps on what is received."""
    lines = [piece for row in rows for piece in row]
    found: set[int] = set()
    for n, piece in enumerate(lines):
        told = ":" in piece.text or "Sign" in piece.text
        if told and _SIGNED.match(piece.text) and n not in found:
            found |= _stamp(lines, n)
        elif "ĐẾN" in piece.text and _ARRIVED.fullmatch(piece.text):
            found |= _arrival(lines, n)
    if not found:
        return rows
    gone = {id(lines[n]) for n in found}
    kept = [[piece for piece in row if id(piece) not in gone] for row in rows]
    return [row for row in kept if row]


def _stamp(lines: list[Piece], at: int) -> set[int]:
    """The lines of the signature of which `at` is one; none where it stands alone and says no time
    of day: then it is text that only begins like one."""
    out = {at}
    first = lines[at]
    sure = _TIMED.match(first.text) is not None
    for step in (1, -1):
        last, going_on = first, list[int]()  # words that a line of the stamp goes on with
        n = at + step
        while 0 <= n < len(lines) and abs(lines[n].base - last.base) < _NEAR * last.size:
            piece = lines[n]
            if (
                piece.base != last.base
                and abs(piece.left - first.left) < _BESIDE * first.size
                and abs(piece.size - first.size) < 0.2 * first.size
            ):
                last = piece
                known = _SIGNED.match(piece.text) or _LABEL.match(piece.text)
                if known or _ADDRESS.fullmatch(piece.text):
                    out |= {n, *going_on}
                    sure = sure or known is not None
                    going_on = []
                elif going_on:
                    break
                else:
                    going_on = [n]
            n += step
    return out if sure else set()


def _arrival(lines: list[Piece], at: int) -> set[int]:
    """The lines of the stamp on what is received whose first is `at`; none without its day."""
    out = {at}
    last = first = lines[at]
    dated = False
    for n in range(at + 1, len(lines)):
        piece = lines[n]
        if piece.base - last.base > _NEAR * first.size:
            break
        if abs(piece.left - first.left) < _ABOUT * first.size:
            day = _ARRIVAL_DAY.fullmatch(piece.text) is not None
            if day or _ARRIVAL.fullmatch(piece.text):
                out.add(n)
                last = piece
                dated = dated or day
    return out if dated else set()
