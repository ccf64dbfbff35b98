"""Programs that some readers need: where they are, their versions, how to get them."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from extract.document import Said

_SECONDS = 30  # for a program to say its version
_OFFICE = ("soffice", "libreoffice")
_OFFICE_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.com",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.com",
)
_TESSERACT_PLACES = (
    "/opt/homebrew/bin/tesseract",
    r"C:\Program Files\Tesseract-OCR\tesseract.exe",
)
_VERSION = re.compile(r"\d+(?:\.\d+)+")

GET_OFFICE = (
    "Debian/Ubuntu: apt install libreoffice-writer; "
    "Windows: winget install TheDocumentFoundation.LibreOffice; macOS: brew install libreoffice"
)
_GET_TESSERACT = (
    "Debian/Ubuntu: apt install tesseract-ocr tesseract-ocr-vie; "
    "Windows: winget install UB-Mannheim.TesseractOCR ({}); "
    "macOS: brew install tesseract tesseract-lang"
)
GET_TESSERACT = Said(
    _GET_TESSERACT.format("tick Vietnamese"), _GET_TESSERACT.format("chọn thêm tiếng Việt")
)


def get_extra(extra: str) -> Said:
    """How to get optional packages of doisoat ("serve"): it is in no package index."""
    command = f"pip install '.[{extra}]'"
    wheel = f"'dist/doisoat-….whl[{extra}]'"
    return Said(
        f"{command} in the folder of doisoat's source, or pip install {wheel}",
        f"{command} trong thư mục mã nguồn của doisoat, hoặc pip install {wheel}",
    )


def find_office() -> Path | None:
    """LibreOffice's program, on the PATH or where it usually is."""
    return _find(_OFFICE, _OFFICE_PLACES)


def find_tesseract() -> Path | None:
    """Tesseract's program, on the PATH or where it usually is."""
    return _find(("tesseract",), _TESSERACT_PLACES)


def version_of(program: Path) -> str | None:
    """The version that a program says it has; None where it does not start."""
    said = _said([str(program), "--version"])
    m = _VERSION.search(said or "")
    return m[0] if m is not None else None


def languages_of(tesseract: Path) -> tuple[str, ...]:
    """The languages that Tesseract has data for."""
    said = _said([str(tesseract), "--list-langs"]) or ""
    return tuple(line.strip() for line in said.splitlines()[1:] if line.strip())


def _find(names: Sequence[str], places: Sequence[str]) -> Path | None:
    on_path = (shutil.which(name) for name in names)
    usual = (place for place in places if os.access(place, os.X_OK))
    found = next((place for place in (*on_path, *usual) if place), None)
    return Path(found) if found is not None else None


def _said(command: list[str]) -> str | None:
    """What a program prints, None where it fails."""
    try:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=_SECONDS,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode(sys.getfilesystemencoding(), "replace")
