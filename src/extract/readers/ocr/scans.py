"""Scanned pages of a file read by OCR, with what must be told of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from extract.document import Said
from extract.errors import InputError
from extract.readers.ocr.reading import Reading
from extract.values.letters import WORD, is_syllable

if TYPE_CHECKING:
    from extract.readers.ocr.reader import Picture
    from extract.readers.pdf.process import PdfFile

_NUMBER = re.compile(r"\d+(?:[.,/-]\d+)*[%‰]?")
_AROUND = " \t.,;:()“”\"'…-–+*"
_LEGIBLE = 0.3  # of the words as read; of a legible scan more than 0.9 say something

Progress = Callable[[int, int], None]


def read_scans(
    file: PdfFile,
    numbers: Sequence[int],
    name: str,
    alone: bool,
    progress: Progress | None,
) -> tuple[Reading, list[Said]]:
    """The pages of a PDF with these numbers as OCR reads them, and the warnings.

    Blank pages are passed over. Where OCR is not to be had, or fails on every page, an
    InputError if they are `alone`, that is, no other page has text; else a warning.
    """
    if not numbers:
        return Reading(), []
    from extract.readers.ocr.reader import pictures

    numbers = [n for n, blank in file.each("blank", numbers) if not blank]
    return read_all(pictures(file, numbers), numbers, name, alone, progress)


def read_all(
    found: Iterable[Picture],
    numbers: Sequence[int],
    name: str,
    alone: bool,
    progress: Progress | None,
) -> tuple[Reading, list[Said]]:
    """The same for pictures of pages; InputError as there."""
    if not numbers:
        return Reading(), []
    from extract.readers.ocr.reader import read_pictures

    try:
        reading = read_pictures(found, len(numbers), progress)
    except InputError as e:
        if alone:
            raise InputError(f"{name}: {e}", f"{name}: {e.said('vi')}") from None
        return Reading(), [on_pages(numbers, f"not read: {e}", f"chưa đọc: {e.said('vi')}")]
    if alone and (not reading.sheets or _is_illegible(reading)):
        reasons = dict.fromkeys(reading.failed.values())
        why = f" ({'; '.join(reasons)})" if reasons else ""
        vi = f" ({'; '.join(said.vi for said in reasons)})" if reasons else ""
        raise InputError(
            f"{name}: a scan on which OCR finds no legible text{why}; "
            "scan it again, straight and at 300 dpi",
            f"{name}: bản quét mà OCR không đọc được chữ nào rõ ràng{vi}; "
            "hãy quét lại cho thẳng, 300 dpi",
        )
    return reading, _warnings(reading)


def _is_illegible(reading: Reading) -> bool:
    """True where nearly nothing that was read is a word or a number."""
    runs = [r for sheet in reading.sheets.values() for part in sheet.runs.values() for r in part]
    said = sum(_says_something(run.text.strip(_AROUND)) for run in runs)
    return _LEGIBLE * len(runs) > said


def _says_something(text: str) -> bool:
    """True for a Vietnamese syllable, a longer word of any language, and a number."""
    if _NUMBER.fullmatch(text):
        return True
    return WORD.fullmatch(text) is not None and (len(text) > 3 or is_syllable(text))


def _warnings(reading: Reading) -> list[Said]:
    """What must be told of the pages."""
    out = []
    if reading.sheets:
        en = "scans, read by OCR, may be misread: compare with the scan"
        vi = "bản quét, đọc bằng OCR, có thể sai: hãy đối chiếu với bản quét"
        if reading.mended:
            en += f" ({reading.mended} plain slips mended)"
            vi += f" (đã sửa {reading.mended} lỗi hiển nhiên)"
        if reading.lost:
            en += f" ({reading.lost} illegible lines left out)"
            vi += f" (bỏ qua {reading.lost} dòng không rõ chữ)"
        out.append(on_pages(sorted(reading.sheets), en, vi))
    for why in dict.fromkeys(reading.failed.values()):
        pages = [n for n, reason in reading.failed.items() if reason == why]
        out.append(on_pages(pages, f"OCR failed ({why})", f"OCR không đọc được ({why.vi})"))
    if reading.silent:
        out.append(on_pages(reading.silent, "OCR finds no text", "OCR không tìm thấy chữ"))
    return out


def on_pages(numbers: Sequence[int], en: str, vi: str) -> Said:
    """What is said of some pages."""
    shown, page = ranges(numbers), "page" if len(numbers) == 1 else "pages"
    return Said(f"{page} {shown}: {en}", f"trang {shown}: {vi}")


def ranges(numbers: Sequence[int]) -> str:
    """1, 2, 3, 7 -> "1-3, 7"; long lists are cut."""
    out: list[list[int]] = []
    for n in numbers:
        if out and out[-1][1] == n - 1:
            out[-1][1] = n
        else:
            out.append([n, n])
    shown = [f"{a}" if a == b else f"{a}-{b}" for a, b in out[:20]]
    return ", ".join(shown) + (" …" if len(out) > 20 else "")
