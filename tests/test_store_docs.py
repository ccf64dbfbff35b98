"""docs/store.md: its SQL runs and answers, its commands and Python do what they say."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import extract
from extract.store.database import FileEntry, Store
from extract.store.records import stored

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "store.md").read_text("utf-8")
SQL = re.findall(r"^```sql\n(.*?)^```", PAGE, re.M | re.S)
COMMANDS = [line.strip() for line in re.findall(r"^ {4}(doisoat .*)$", PAGE, re.M)]
EMPTY = ("confidence", "FROM names WHERE", "FROM failures")  # nothing in the corpus is so


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a database of the corpus."""
    folder = tmp_path_factory.mktemp("docs")
    with Store.open(folder / "corpus.db", create=True) as store:
        store.provenance("f", "0.1", "abc", "{}")
        for path in sorted((ROOT / "corpus").glob("*-*.[mt]*")):
            document = stored(extract.analyse(extract.read_document(path)))
            store.add(document, [FileEntry(path.name, str(path), document.sha256)], "f")
    shutil.copy(ROOT / "corpus" / "cao-bang-bao-cao-thu-gon-dau-moi.md", folder / "report.md")
    return folder


def test_there_are_examples() -> None:
    assert len(SQL) >= 10 and len(COMMANDS) >= 6


@pytest.mark.parametrize("block", SQL)
def test_sql(block: str, place: Path) -> None:
    with Store.open(place / "corpus.db") as store:
        for statement in filter(str.strip, block.split(";")):
            rows = store.connection.execute(statement).fetchall()
            assert rows or any(words in statement for words in EMPTY), statement


@pytest.mark.parametrize("line", COMMANDS)
def test_commands(line: str, place: Path) -> None:
    command = [sys.executable, "-m", "extract.cli", *shlex.split(line)[1:]]
    environment = {**os.environ, "PYTHONUTF8": "1"}
    done = subprocess.run(
        command, cwd=place, capture_output=True, encoding="utf-8", env=environment
    )
    assert (done.returncode, done.stderr) == (0, "") and done.stdout


def test_python(place: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (block,) = re.findall(r"^```python\n(.*?)^```", PAGE, re.M | re.S)
    shutil.copy(place / "report.md", tmp_path)
    monkeypatch.chdir(tmp_path)
    exec(compile(block, "docs/store.md", "exec"), {})
    assert (tmp_path / "tables" / "findings.csv").exists()


def test_every_table_is_in_the_schema_page(place: Path) -> None:
    page = (ROOT / "docs" / "schema.md").read_text("utf-8")
    with Store.open(place / "corpus.db") as store:
        tables = store.connection.execute(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') "
            "AND name NOT LIKE 'sqlite%' AND name NOT GLOB '*_search_*'"
        ).fetchall()
        for (table,) in tables:
            part = page.partition(f"\n## {table}")[2].partition("\n## ")[0]
            for row in store.connection.execute(f"PRAGMA table_info({table})"):
                assert f"| `{row[1]}` |" in part, (table, row[1])
