"""Đối soát: what a Vietnamese official document says, and whether its figures agree.

    import extract

    document = extract.read_document("report.md")
    report = extract.analyse(document)
    for finding in report.findings: ...

Names are loaded when they are first used, so that importing this package is cheap.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from os import PathLike

    from extract.document import Document
    from extract.errors import (
        DoisoatError,
        InputError,
        LabelError,
        OutputError,
        PatternError,
    )
    from extract.model import Report
    from extract.output.contract import as_dict
    from extract.output.frames import frames
    from extract.pipeline import analyse
    from extract.readers.text.reader import read_text
    from extract.rules.book import Rulebook
    from extract.rules.book import load as load_rules

__version__ = "0.1.0"

__all__ = [
    "Document",
    "DoisoatError",
    "InputError",
    "LabelError",
    "OutputError",
    "PatternError",
    "Report",
    "Rulebook",
    "__version__",
    "analyse",
    "as_dict",
    "frames",
    "load_rules",
    "read_document",
    "read_text",
]

_HOME = {
    "Document": ("extract.document", "Document"),
    "DoisoatError": ("extract.errors", "DoisoatError"),
    "InputError": ("extract.errors", "InputError"),
    "LabelError": ("extract.errors", "LabelError"),
    "OutputError": ("extract.errors", "OutputError"),
    "PatternError": ("extract.errors", "PatternError"),
    "Report": ("extract.model", "Report"),
    "Rulebook": ("extract.rules.book", "Rulebook"),
    "analyse": ("extract.pipeline", "analyse"),
    "as_dict": ("extract.output.contract", "as_dict"),
    "frames": ("extract.output.frames", "frames"),
    "load_rules": ("extract.rules.book", "load"),
    "read_text": ("extract.readers.text.reader", "read_text"),
}


def read_document(path: str | PathLike[str], pages: str | None = None) -> Document:
    """The document in a file, or what some `pages` of it say ("3-7,12"; PDF and TIFF only).

    InputError where it cannot be read, or has no such pages.
    """
    from pathlib import Path

    from extract.readers.files import read_path
    from extract.readers.pages.range import PageRange

    chosen = PageRange.parse(pages) if pages is not None else None
    return read_path(Path(path), pages=chosen)


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    module, attribute = _HOME[name]
    value = getattr(import_module(module), attribute)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
