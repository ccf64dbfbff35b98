"""doisoat doctor."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from extract.cli.common import Format, Language, language
from extract.output import streams

_PACKAGES = ("lxml", "pandas", "pdfplumber", "pyahocorasick", "pypdfium2", "regex", "spacy")
_EXTRAS = {"datasette": "serve", "distributed": "cluster", "s3fs": "s3"}
_MISSING = {"en": "missing", "vi": "chưa có"}
_GET = {"en": "to get it", "vi": "cách cài"}
_FOR = {
    "libreoffice": {"en": "reads .doc, .rtf and .odt", "vi": "để đọc .doc, .rtf và .odt"},
    "tesseract": {"en": "recognises text in pictures", "vi": "để nhận dạng chữ trong ảnh"},
    "datasette": {"en": "doisoat serve", "vi": "cho doisoat serve"},
    "distributed": {"en": "run --engine dask", "vi": "cho run --engine dask"},
    "s3fs": {"en": "files at s3://", "vi": "tệp ở s3://"},
    "tesseract vie": {"en": "Vietnamese for tesseract", "vi": "tiếng Việt cho tesseract"},
}


def doctor(
    form: Annotated[Format, typer.Option("--format", help="Form of the list")] = Format.text,
    lang: Language = None,
) -> None:
    """Say which optional parts are on this machine, and how to get those that are missing."""
    tongue = language(lang)
    parts = list(_parts(tongue))
    if form is Format.json:
        print(json.dumps(parts, ensure_ascii=not streams.speaks_unicode(), indent=1))
        return
    for part in parts:
        name, use = part["name"], _FOR.get(part["name"], {}).get(tongue, "")
        shown = [part["version"] or "", part["path"] or "", f"({use})" if use else ""]
        if part["present"]:
            print(" ".join(["✓", f"{name:<14}", *(s for s in shown if s)]).rstrip())
        else:
            print(" ".join(["✗", f"{name:<14}", _MISSING[tongue], shown[-1]]).rstrip())
            print(f"    {_GET[tongue]}: {part['get']}")


def _parts(tongue: str) -> Iterator[dict[str, Any]]:
    """Python, the packages, the programs: name, version, path, how to get what is missing."""
    import platform
    import sys
    from importlib import metadata

    from extract import __version__
    from extract.readers import programs

    yield _part("doisoat", __version__)
    yield _part("python", platform.python_version(), Path(sys.executable))
    wanted: dict[str, str] = {name: f"pip install {name}" for name in _PACKAGES}
    wanted |= {n: programs.get_extra(extra).said(tongue) for n, extra in _EXTRAS.items()}
    for name, get in wanted.items():
        try:
            version = metadata.version(name)
        except metadata.PackageNotFoundError:
            version = None
        yield _part(name, version, get=get)
    office = programs.find_office()
    version = programs.version_of(office) if office is not None else None
    yield _part("libreoffice", version, office, programs.GET_OFFICE)
    tesseract = programs.find_tesseract()
    version = programs.version_of(tesseract) if tesseract is not None else None
    get = programs.GET_TESSERACT.said(tongue)
    yield _part("tesseract", version, tesseract, get)
    known = tesseract is not None and "vie" in programs.languages_of(tesseract)
    yield {**_part("tesseract vie", None, None, get), "present": known}


def _part(
    name: str, version: str | None, path: Path | None = None, get: str | None = None
) -> dict[str, Any]:
    """One line of the list; `get` is told where the part is missing."""
    return {
        "name": name,
        "present": version is not None,
        "version": version,
        "path": str(path) if path is not None else None,
        "get": get,
    }
