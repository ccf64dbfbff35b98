"""The program Tesseract as a subprocess: a grey picture of a page -> lines of words with places.

One process a page, one thread each, killed after `SECONDS`. Its hOCR output is read, which
says where every single character stands and so tells a raised footnote number from a quotation
mark. The picture goes in as PGM through standard input; no file is written.
"""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree

from extract.document import Said
from extract.errors import InputError
from extract.readers.programs import GET_TESSERACT, find_tesseract, languages_of

if TYPE_CHECKING:
    from numpy import uint8
    from numpy.typing import NDArray

    Grey = NDArray[uint8]  # rows of pixels, 0 black to 255 white

SECONDS = 120.0  # for one page; a dense A4 page takes 3 to 10
LANGUAGE = "vie"
_BOX = re.compile(r"x_bboxes (-?\d+) (-?\d+) (-?\d+) (-?\d+)")
_SURE = re.compile(r"x_wconf (\d+)")
_SLOPE = re.compile(r"baseline (-?[\d.]+)")
_TURN = re.compile(rb"Rotate: (\d+)")
_LINES = frozenset({"ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat"})


class OcrError(Exception):
    """Tesseract has failed on one page; `said` tells how."""

    def __init__(self, en: str, vi: str | None = None) -> None:
        self.said = Said(en, vi)
        super().__init__(en)


@dataclass(slots=True)
class Word:
    """A word: character i stands in boxes[i] (x0, top, x1, bottom in pixels); `sure` is 0 to 1;
    `was`: as it was read at first, where it was mended."""

    text: str
    boxes: list[tuple[float, float, float, float]]
    sure: float
    was: str = ""


@dataclass(slots=True)
class Line:
    """Words from left to right; `slope` is how far the baseline falls from left to right."""

    words: list[Word]
    slope: float


def program() -> str:
    """The path of Tesseract with Vietnamese; InputError, saying what to install, for none."""
    found = find_tesseract()
    if found is None:
        raise _missing("the program tesseract is missing", "máy chưa có chương trình tesseract")
    if LANGUAGE not in _languages(found):
        raise _missing(
            f"tesseract has no Vietnamese ({LANGUAGE}.traineddata)",
            f"tesseract chưa có tiếng Việt ({LANGUAGE}.traineddata)",
        )
    return str(found)


def _missing(en: str, vi: str) -> InputError:
    return InputError(
        f"reading scans needs OCR, but {en}; install it ({GET_TESSERACT})",
        f"đọc bản quét cần nhận dạng chữ (OCR), nhưng {vi}; hãy cài đặt ({GET_TESSERACT.vi})",
    )


@lru_cache(maxsize=8)
def _languages(path: Path) -> tuple[str, ...]:
    """The languages of the program, none where it does not answer; asked once."""
    return languages_of(path)


def read_page(path: str, page: Grey, mode: str = "3") -> list[Line]:
    """The lines that Tesseract reads in the picture, in its page segmentation `mode`; OcrError
    where it fails."""
    more = ["-c", "hocr_char_boxes=1", "hocr"]
    shown = _run([path, "-", "-", "-l", LANGUAGE, "--psm", mode, *more], _pgm(page), SECONDS)
    return _lines(shown)


def read_words(
    path: str, tiff: bytes, count: int, language: str, first: bool = False
) -> list[Word | None]:
    """What stands on each of the `count` pages of a TIFF file that show a word each, spaces left
    out, or the `first` word of what they show; None where there is nothing. OcrError where
    Tesseract fails, or lacks the language."""
    more = ["-c", "hocr_char_boxes=1", "hocr"]
    shown = _run([path, "-", "-", "-l", language, "--psm", "7", *more], tiff, SECONDS)
    pages = [p for p in _tree(shown).iter("{*}div") if p.get("class") == "ocr_page"]
    if len(pages) != count:
        raise OcrError("tesseract: pages are missing", "tesseract: thiếu trang")
    out: list[Word | None] = []
    for page in pages:
        words = [w for line in _lines_in(page) for w in line.words]
        words = words[:1] if first else words
        text = "".join(w.text for w in words)
        boxes = [box for w in words for box in w.boxes]
        out.append(Word(text, boxes, min(w.sure for w in words)) if words else None)
    return out


def turn_needed(path: str, page: Grey) -> int:
    """By how many degrees the picture must be turned to the right to be upright; 0 if unknown."""
    try:
        shown = _run([path, "-", "-", "--psm", "0"], _pgm(page), SECONDS)
    except OcrError:  # no osd.traineddata, or too little text
        return 0
    m = _TURN.search(shown)
    return int(m[1]) % 360 if m is not None else 0


def _pgm(page: Grey) -> bytes:
    high, wide = page.shape
    return b"P5 %d %d 255\n" % (wide, high) + page.tobytes()


def _run(command: list[str], data: bytes, seconds: float) -> bytes:
    """The program's standard output."""
    try:
        done = subprocess.run(
            command,
            input=data,
            capture_output=True,
            timeout=seconds,
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise OcrError(f"more than {seconds:g} s", f"quá {seconds:g} giây") from None
    except OSError as e:
        raise OcrError(f"tesseract: {e.strerror}") from None
    if done.returncode:
        raise OcrError(f"tesseract: exit {done.returncode}")
    return done.stdout


def _lines(hocr: bytes) -> list[Line]:
    """The lines in hOCR output; OcrError where it is none."""
    return _lines_in(_tree(hocr))


def _tree(hocr: bytes) -> etree._Element:
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(hocr, parser)
    except (etree.XMLSyntaxError, ValueError):
        root = None
    if root is None:
        raise OcrError("tesseract: no hOCR output", "tesseract: không có kết quả hOCR")
    return root


def _lines_in(root: etree._Element) -> list[Line]:
    out = []
    for span in root.iter("{*}span"):
        if span.get("class") in _LINES:
            words = [w for child in span if (w := _word(child)) is not None]
            m = _SLOPE.search(span.get("title") or "")
            if words:
                out.append(Line(words, float(m[1]) if m is not None else 0.0))
    return out


def _word(span: etree._Element) -> Word | None:
    """A word with the box of each of its characters; None for one of mere spaces."""
    m = _SURE.search(span.get("title") or "")
    text, boxes = "", []
    for one in span.iter("{*}span"):
        shown = one.text or ""
        box = _BOX.search(one.get("title") or "")
        if one.get("class") != "ocrx_cinfo" or box is None or not shown.strip():
            continue
        x0, top, x1, bottom = (float(v) for v in box.groups())
        step = (x1 - x0) / len(shown)
        for k, char in enumerate(shown):
            text += char
            boxes.append((x0 + k * step, top, x0 + (k + 1) * step, bottom))
    return Word(text, boxes, int(m[1]) / 100 if m is not None else 0.0) if text else None
