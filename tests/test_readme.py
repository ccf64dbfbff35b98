"""Every command and every Python block of the READMEs and of patterns/README.md is run."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from glob import glob
from pathlib import Path

import pytest

from conftest import OWN_RULE
from pdfs import Pdf

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "README.vi.md", "patterns/README.md")
REPORT = """\
BÁO CÁO
Kết quả sắp xếp tổ dân phố

I. KẾT QUẢ

Thực hiện Quyết định số 77/QĐ-UBND ngày 05/3/2021, toàn xã giảm từ 40 tổ xuống 31 tổ, giảm 10 tổ.

Có 18/20 xóm có nhà văn hóa, đạt 90%. Việc này thực hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017.
"""


def blocks(page: str, language: str) -> list[str]:
    """The fenced blocks of a page in one language."""
    text = (ROOT / page).read_text("utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.M | re.S)


def commands(page: str) -> list[str]:
    """The lines of a page's shell blocks."""
    lines = [line for block in blocks(page, "sh") for line in block.splitlines()]
    return [line.partition("  #")[0].strip() for line in lines if line.strip()]


def each_once() -> list[tuple[str, str]]:
    """The commands with the first page that tells them; two tell the same in two languages."""
    first: dict[str, str] = {}
    for page in PAGES:
        for line in commands(page):
            first.setdefault(line, page)
    return [(page, line) for line, page in first.items()]


COMMANDS = each_once()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the README's reader has it: a report, a folder of reports, rules, the corpus."""
    here = tmp_path_factory.mktemp("readme")
    for name in ("report.md", "reports/one.md", "reports/more/two.txt"):
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        (here / name).write_text(REPORT, encoding="utf-8")
    (here / "my-rules").mkdir()
    (here / "my-rules" / "mine.toml").write_text(OWN_RULE, encoding="utf-8")
    shutil.copytree(ROOT / "corpus", here / "corpus")
    return here


def test_there_are_commands() -> None:
    assert len([line for _, line in COMMANDS if line.startswith("doisoat ")]) >= 15


@pytest.mark.parametrize(("page", "line"), COMMANDS)
def test_commands(page: str, line: str, place: Path) -> None:
    words = shlex.split(line)
    if words[0] == ".":
        assert words[1] == ".venv/bin/activate"
        return
    if words[0] in ("git", "make"):
        targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M)
        assert words[0] == "git" or words[1] in targets
        return
    assert words[0] == "doisoat"
    arguments = [f for w in words[1:] for f in (sorted(glob(w, root_dir=place)) or [w])]
    done = subprocess.run(
        [sys.executable, "-m", "extract.cli", *arguments],
        cwd=place,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", "LC_ALL": "en_US.UTF-8"},
    )
    assert done.returncode == (1 if words[1] == "check" else 0), done.stderr
    assert done.stdout and not done.stderr


@pytest.mark.parametrize(("page", "lang"), [("README.md", "en"), ("README.vi.md", "vi")])
def test_what_check_prints_is_what_the_readme_shows(place: Path, page: str, lang: str) -> None:
    shown = blocks(page, "text")[0]
    done = subprocess.run(
        [sys.executable, "-m", "extract.cli", "check", "report.md", "--lang", lang],
        cwd=place,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )
    assert done.stdout == shown


@pytest.mark.parametrize(("page", "lang"), [("README.md", "en"), ("README.vi.md", "vi")])
def test_what_check_prints_of_a_pdf(place: Path, page: str, lang: str) -> None:
    made, y = Pdf().page(), 100.0
    for line in REPORT.split("\n\n"):
        y = made.paragraph(y, " ".join(line.split())) + 20
    (place / "report.pdf").write_bytes(made.build())
    done = subprocess.run(
        [sys.executable, "-m", "extract.cli", "check", "report.pdf", "--lang", lang],
        cwd=place,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.stdout.startswith(blocks(page, "text")[1])


@pytest.mark.parametrize("page", PAGES)
def test_python(page: str, place: Path) -> None:
    for block in blocks(page, "python"):
        done = subprocess.run(
            [sys.executable, "-c", block],
            cwd=place,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONUTF8": "1"},
        )
        assert (done.returncode, done.stderr) == (0, "")


def test_links_lead_somewhere() -> None:
    for page in (*PAGES, "CHANGES.md"):
        text = (ROOT / page).read_text("utf-8")
        for link in re.findall(r"\]\(([^)#]+)\)", text):
            assert link.startswith("https://") or ((ROOT / page).parent / link).exists(), link


def test_every_finder_is_on_the_map_in_the_row_of_its_package() -> None:
    page = (ROOT / "docs" / "finders.md").read_text("utf-8")
    find = ROOT / "src" / "extract" / "find"
    for package in (path for path in find.iterdir() if (path / "__init__.py").exists()):
        row = page.split("## Tables: `tables`")[1] if package.name == "tables" else ""
        row = row or next(x for x in page.splitlines() if x.startswith(f"| `{package.name}`"))
        modules = {path.stem for path in package.glob("[a-z]*.py")}
        assert modules - set(re.findall(r"`([a-z_]+)`", row)) == set(), package.name
    assert all(f"`{path.stem}`" in page for path in find.glob("[a-z]*.py"))
