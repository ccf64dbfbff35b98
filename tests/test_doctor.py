"""doisoat doctor: what is on the machine, and how to get what is missing."""

from __future__ import annotations

import json
import sys
from importlib import metadata
from pathlib import Path

import pytest
from typer.testing import CliRunner

from extract.cli import app
from extract.readers import programs


def doctor(*arguments: str) -> str:
    """What the command prints."""
    done = CliRunner().invoke(app, ["doctor", *arguments])
    assert done.exit_code == 0, done.output
    return done.output


def parts() -> dict[str, dict[str, object]]:
    """The parts by name, from the JSON form."""
    return {part["name"]: part for part in json.loads(doctor("--format", "json"))}


def nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without the programs."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(programs, "_OFFICE_PLACES", ())
    monkeypatch.setattr(programs, "_TESSERACT_PLACES", ())


def test_python_and_packages() -> None:
    found = parts()
    assert found["python"]["path"] == sys.executable
    assert all(found[name]["present"] for name in ("doisoat", "python", "lxml", "spacy"))
    assert "✓ lxml" in doctor("--lang", "en")


def test_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    nothing(monkeypatch)
    found = parts()
    for name, package in (
        ("libreoffice", "libreoffice-writer"),
        ("tesseract", "tesseract-ocr"),
        ("tesseract vie", "tesseract-ocr-vie"),
    ):
        assert found[name]["present"] is False and found[name]["version"] is None
        assert package in str(found[name]["get"])
    assert "✗ libreoffice    missing (reads .doc, .rtf and .odt)" in doctor("--lang", "en")
    assert "✗ libreoffice    chưa có (để đọc .doc, .rtf và .odt)" in doctor("--lang", "vi")
    assert "winget install" in doctor("--lang", "vi")


def program(folder: Path, name: str, script: str) -> None:
    """A shell script that stands for a program."""
    (folder / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (folder / name).chmod(0o755)


@pytest.mark.skipif(sys.platform == "win32", reason="shell scripts stand for the programs")
def test_versions_and_languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nothing(monkeypatch)
    monkeypatch.setenv("PATH", str(tmp_path))
    program(tmp_path, "soffice", "echo LibreOffice 24.8.1.2 40")
    listed = 'echo "List of available languages (2):"; echo eng; echo vie'
    program(
        tmp_path,
        "tesseract",
        f'if [ "$1" = --version ]; then echo tesseract 5.3.0; else {listed}; fi',
    )
    found = parts()
    assert (found["libreoffice"]["version"], found["tesseract"]["version"]) == ("24.8.1.2", "5.3.0")
    assert found["libreoffice"]["path"] == str(tmp_path / "soffice")
    assert found["tesseract vie"]["present"] is True
    program(tmp_path, "tesseract", "exit 1")
    assert parts()["tesseract"]["present"] is False


def test_an_extra_that_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    def version(name: str) -> str:
        if name == "datasette":
            raise metadata.PackageNotFoundError(name)
        return "1.0"

    monkeypatch.setattr(metadata, "version", version)
    assert not parts()["datasette"]["present"]
    assert "pip install '.[serve]' in the folder" in doctor("--lang", "en")
    assert "pip install '.[serve]' trong thư mục" in doctor("--lang", "vi")
