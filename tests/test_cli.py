"""The commands: what they print, where, and how they end."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from conftest import OWN_RULE
from extract.cli import main
from extract.output import contract
from extract.output.places import Lines

Outcome = tuple[int, str, str]
Command = Callable[..., Outcome]

WRONG = "Năm 2021 toàn xã giảm từ 40 tổ xuống còn 31 tổ, giảm 10 tổ.\n"
RIGHT = "Năm 2021 toàn xã giảm từ 40 tổ xuống còn 31 tổ, giảm 09 tổ.\n"


@pytest.fixture
def doisoat(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """Run the command line here; gives exit code, standard output, standard error."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")

    def run(*arguments: object) -> Outcome:
        with pytest.raises(SystemExit) as ended:
            main([str(a) for a in arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        code = ended.value.code
        assert isinstance(code, int)
        return code, out, err

    return run


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    """A document that contradicts itself."""
    path = tmp_path / "wrong.txt"
    path.write_text(WRONG, encoding="utf-8")
    return path


@pytest.fixture
def right(tmp_path: Path) -> Path:
    """A document that does not."""
    path = tmp_path / "right.md"
    path.write_text(RIGHT, encoding="utf-8")
    return path


def test_extract_prints_one_object(doisoat: Command, wrong: Path) -> None:
    code, out, err = doisoat("extract", wrong)
    assert (code, err) == (0, "")
    data = json.loads(out)
    jsonschema.validate(data, contract.schema())
    assert data["source"]["name"] == "wrong.txt"
    for kind in ("citations", "dates", "quantities"):
        assert all(WRONG[m["start"] : m["end"]] == m["text"] for m in data[kind])


def test_several_objects_one_a_line(doisoat: Command, wrong: Path, right: Path) -> None:
    code, out, _ = doisoat("extract", "--jsonl", wrong, right)
    names = [json.loads(line)["source"]["name"] for line in out.splitlines()]
    assert (code, names) == (0, ["wrong.txt", "right.md"])
    assert doisoat("extract", wrong, right)[1] == out


def test_a_bad_file_does_not_stop_the_others(doisoat: Command, right: Path) -> None:
    code, out, err = doisoat("extract", right.parent / "none.txt", right)
    assert code == 2
    assert json.loads(out)["source"]["name"] == "right.md"
    assert err.count("\n") == 1 and "none.txt" in err


def test_a_file_that_cannot_be_read_is_told_with_its_path(doisoat: Command, right: Path) -> None:
    empty = right.parent / "p1" / "y.txt"
    empty.parent.mkdir()
    empty.write_bytes(b"")
    assert doisoat("check", empty)[2].startswith(f"doisoat: {empty}: the file is empty")
    assert doisoat("check", "--pages", "1", right)[2].startswith(f"doisoat: {right}: ")
    assert json.loads(doisoat("extract", right)[1])["source"]["name"] == "right.md"


def test_check_prints_lines_like_a_linter(doisoat: Command, wrong: Path, right: Path) -> None:
    code, out, err = doisoat("check", wrong)
    assert (code, err) == (1, "")
    first = out.splitlines()[0]
    place, _, rest = first.partition(": ")
    assert place == f"{wrong}:1:{WRONG.index('10') + 1}"
    assert rest.startswith("A") and " error " in rest
    assert doisoat("check", right) == (0, "", "")


def test_check_as_json_and_in_vietnamese(doisoat: Command, wrong: Path) -> None:
    code, out, _ = doisoat("check", "--format", "json", "--lang", "vi", wrong)
    findings = json.loads(out)
    assert code == 1
    assert findings[0]["file"] == str(wrong)
    english = json.loads(doisoat("check", "--format", "json", "--lang", "en", wrong)[1])
    assert findings[0]["message"] != english[0]["message"]
    assert findings[0]["code"] == english[0]["code"]


def test_the_language_comes_from_the_locale(
    doisoat: Command, wrong: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    english = doisoat("check", wrong)[1]
    monkeypatch.setenv("LC_ALL", "vi_VN.UTF-8")
    assert doisoat("check", wrong)[1] != english


def test_warnings_are_told_in_one_language(doisoat: Command, tmp_path: Path) -> None:
    path = tmp_path / "struck.md"
    path.write_text("Toàn xã có ~~12~~ 13 tổ.\n", encoding="utf-8")
    told = {"en": "paragraphs with struck-through text, which was not read: 1"}
    told["vi"] = "bỏ qua chữ gạch ngang trong 1 đoạn"
    for lang, said in told.items():
        assert doisoat("check", path, "--lang", lang)[2] == f"doisoat: {path}: {said}\n"
        data = json.loads(doisoat("extract", path, "--lang", lang)[1])
        assert (data["lang"], data["source"]["warnings"]) == (lang, [said])
    out = tmp_path / "out"
    doisoat("run", path, "--out", out, "-j", 1, "--lang", "vi")
    assert [r["warnings"] for r in _rows(out / "documents.csv")] == [told["vi"]]


def test_select_and_ignore(doisoat: Command, wrong: Path) -> None:
    assert doisoat("check", "--select", "S", wrong)[0] == 0
    assert doisoat("check", "--select", "A1,S", wrong)[0] == 1
    assert doisoat("check", "--ignore", "A", wrong)[0] == 0
    code, _, err = doisoat("check", "--select", "Z9", wrong)
    assert code == 2 and "Z9" in err


def test_explain_shows_the_sentence_and_the_equation(
    doisoat: Command, wrong: Path, right: Path
) -> None:
    code, out, _ = doisoat("check", "--explain", wrong, right)
    assert code == 1
    assert "✗" in out and "✓" in out
    assert " ".join(WRONG.split()) in " ".join(out.split())


def test_figures_that_agree_by_rounding_are_about_the_same(
    doisoat: Command, tmp_path: Path
) -> None:
    path = tmp_path / "money.txt"
    path.write_text(
        "Tổng kinh phí 3,5 tỷ đồng; đã giải ngân 2,8 tỷ đồng; còn lại 800 triệu đồng.", "utf-8"
    )
    out = doisoat("check", "--explain", path)[1]
    assert "✓ 3.500 - 2.800 ≈ 800 triệu  (by rounding)" in out
    path.write_text(
        "Tổng kinh phí 3,5 tỷ đồng; đã giải ngân 2,8 tỷ đồng; còn lại 700 triệu đồng.", "utf-8"
    )
    assert "✓ 3.500 - 2.800 = 700 triệu  (exact)" in doisoat("check", "--explain", path)[1]


def test_explain_is_no_json(doisoat: Command, wrong: Path) -> None:
    code, out, err = doisoat("check", "--explain", "--format", "json", wrong)
    assert (code, out) == (2, "") and "leave out --format json" in err


@pytest.mark.parametrize("command", ["check", "extract", "run"])
def test_a_folder_without_rules_is_told(
    doisoat: Command, right: Path, tmp_path: Path, command: str
) -> None:
    empty = tmp_path / "rules"
    empty.mkdir()
    rest = ("--out", tmp_path / "out") if command == "run" else ()
    code, _, err = doisoat(command, "--patterns", empty, right, *rest)
    assert code == 2 and err.startswith(f"doisoat: {empty}: has neither rules")
    (empty / "lexicon").mkdir()
    (empty / "lexicon" / "mine.txt").write_text("# own\ntổ hòa giải\n", encoding="utf-8")
    assert doisoat(command, "--patterns", empty, right, *rest)[0] == 0


def test_the_summary_counts_in_english(doisoat: Command, tmp_path: Path) -> None:
    path = tmp_path / "three.txt"
    path.write_text("\n\n".join([WRONG, WRONG.replace("10", "11")]), encoding="utf-8")
    last = doisoat("check", "--explain", path)[1].splitlines()[-1]
    assert last.startswith("1 document, ") and "2 do not agree" in last
    path.write_text(WRONG, encoding="utf-8")
    assert "1 does not agree" in doisoat("check", "--explain", path)[1].splitlines()[-1]


def test_standard_input(doisoat: Command, monkeypatch: pytest.MonkeyPatch, wrong: Path) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(WRONG.encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    code, out, _ = doisoat("check", "-")
    assert code == 1 and out.startswith("-:1:")


def _rows(path: Path) -> list[dict[str, Any]]:
    return list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))


def test_run_writes_json_and_tables(doisoat: Command, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    for name, text in {"a.txt": WRONG, "b/a.txt": RIGHT, "b/c.md": RIGHT, "x.dat": ""}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "bad.txt").write_bytes(b"\xff\xfa broken \xc3")
    out_dir = folder / "out"
    code, out, err = doisoat("run", folder, "--out", out_dir)
    assert code == 1
    assert out.startswith("2 documents, 1 failure,")
    assert "failures: 1 InputError" in out and out.endswith("exit code 1\n")
    assert "bad.txt" in err
    for name in ("a.txt", "b/a.txt"):
        data = json.loads((out_dir / "json" / f"{name}.json").read_text("utf-8"))
        jsonschema.validate(data, contract.schema())
    assert [r["document"] for r in _rows(out_dir / "documents.csv")] == ["a.txt", "b/a.txt"]
    files = [(r["name"], r["document"]) for r in _rows(out_dir / "files.csv")]
    copy = ("b/c.md", "b/a.txt")
    assert files == [("a.txt", "a.txt"), ("b/a.txt", "b/a.txt"), copy, ("bad.txt", "")]
    failures = _rows(out_dir / "failures.csv")
    assert [(f["document"], f["error"]) for f in failures] == [("bad.txt", "InputError")]
    assert {r["document"] for r in _rows(out_dir / "findings.csv")} == {"a.txt"}
    assert (out_dir / "findings.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    summary = json.loads((out_dir / "summary.json").read_text("utf-8"))
    assert (summary["files"], summary["documents"], summary["failures"]) == (4, 2, 1)
    assert not [p for p in out_dir.rglob(".tmp-*")]
    again = doisoat("run", folder, "--out", out_dir, "--exclude", "b/*", "--exclude", "bad*")
    assert again[0] == 0 and again[1].startswith("1 document, 0 failures")
    assert "taken out: 3" in again[1]
    assert not (out_dir / "json" / "b").exists()


def test_run_names_are_unique(doisoat: Command, tmp_path: Path) -> None:
    for folder, text in (("one", RIGHT), ("two", WRONG)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(text, encoding="utf-8")
    out = tmp_path / "out"
    code, _, _ = doisoat("run", tmp_path / "one", tmp_path / "two" / "a.txt", "--out", out)
    names = [r["document"] for r in _rows(out / "documents.csv")]
    assert code == 0
    assert len(set(names)) == 2 and all((out / "json" / f"{n}.json").is_file() for n in names)


def test_run_takes_a_list_and_says_what_it_did(
    doisoat: Command, tmp_path: Path, right: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(f"{right}\n".encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    out = tmp_path / "out"
    code, said, err = doisoat("run", "--files-from", "-", "--out", out, "-j", 1, "--lang", "vi")
    assert (code, err) == (0, "")
    assert said.startswith("1 văn bản, 0 lỗi") and said.endswith("mã thoát 0\n")
    code, said, _ = doisoat("run", right, "--out", out, "-j", 1, "--lang", "vi", "--only-database")
    assert "vừa đọc 0, như cũ hoặc bản sao 1" in said
    code, _, err = doisoat("run", "--out", out)
    assert code == 2 and "no files are named" in err


def test_run_without_documents_or_place(doisoat: Command, tmp_path: Path, right: Path) -> None:
    (tmp_path / "empty").mkdir()
    code, _, err = doisoat("run", tmp_path / "empty", "--out", tmp_path / "out")
    assert code == 2 and "no document found" in err
    code, _, err = doisoat("run", right, "--out", right)
    assert code == 2 and "cannot be written" in err


def test_evaluate(doisoat: Command, tmp_path: Path, wrong: Path) -> None:
    at = WRONG.index("10")
    figure = {"start": at, "end": at + 2, "text": "10"}
    labels = {
        "source": "wrong.txt",
        "quantities": [figure | {"value": "10", "unit": "tổ", "direction": "decrease"}],
        "checks": [
            {"relation": "difference", "operands": [40, 31], "stated": 10, "computed": 9,
             "verdict": "inconsistent", "scope": "sentence"} | figure
        ],
    }  # fmt: skip
    path = tmp_path / "wrong.labels.json"
    path.write_text(json.dumps(labels), encoding="utf-8")
    kept = tmp_path / "run.json"
    code, out, _ = doisoat("evaluate", path, "--misses", "--save", kept)
    assert code == 0
    assert "inconsistencies 1 of 1 found" in out
    assert "quantities false" in out
    assert "1 document\n" in out
    told = doisoat("evaluate", path, "--lang", "vi")[1]
    assert "tìm ra 1 trong 1 chỗ không khớp" in told and "bỏ sót" in told and "found" not in told
    code, out, _ = doisoat("evaluate", path, "--against", kept)
    assert out.splitlines()[-1] == "all: 0 gained, 0 lost"
    result = json.loads(doisoat("evaluate", path, "--format", "json")[1])
    assert result["total"]["checks"]["right"] == 1
    assert result["baseline"]["kinds"]["quantities"]["found"] == 1
    path.write_text("[]", encoding="utf-8")
    code, _, err = doisoat("evaluate", path)
    assert code == 2 and "skipped" in err


def test_patterns(doisoat: Command, wrong: Path) -> None:
    code, out, _ = doisoat("patterns", "list", "--kind", "date")
    assert code == 0 and all(line.startswith("date ") for line in out.splitlines())
    code, out, _ = doisoat("patterns", "explain", f"{wrong}:{WRONG.index('10')}")
    assert code == 0 and out
    line, column = Lines(WRONG).at(WRONG.index("10"))
    assert doisoat("patterns", "explain", f"{wrong}:{line}:{column}")[1] == out
    for place in (
        "x",
        f"{wrong}:9999",
        f"{wrong}:",
        "none.txt:3",
        f"{wrong}:1:999",
        f"{wrong}:0:1",
    ):
        code, _, err = doisoat("patterns", "explain", place)
        assert code == 2 and err.count("\n") == 1


def test_a_user_adds_a_rule(doisoat: Command, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "mine.toml").write_text(OWN_RULE, encoding="utf-8")
    code, out, _ = doisoat("patterns", "list", "--patterns", tmp_path / "mine")
    assert code == 0 and "mine.word" in out
    broken = OWN_RULE.replace("«ngày hội làng» này", "«ngày hội» làng này")
    (tmp_path / "mine" / "mine.toml").write_text(broken, encoding="utf-8")
    code, out, _ = doisoat("patterns", "check", "--patterns", tmp_path / "mine")
    assert code == 1 and "mine.toml: mine.word" in out
    code, _, err = doisoat("patterns", "list", "--patterns", tmp_path / "none")
    assert code == 2 and "none" in err


def test_version_and_help(doisoat: Command) -> None:
    assert doisoat("version")[1].startswith("doisoat ")
    assert doisoat("--version") == doisoat("version")
    code, out, _ = doisoat("--help")
    assert code == 0 and "Đối soát" in out
    assert doisoat("check", "--no-such-option")[0] == 2


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\nfrom extract.cli import main\ntry:\n    main(['--help'])\n"
        "except SystemExit:\n    pass\n"
        "heavy = {'spacy', 'pandas', 'numpy', 'rich', 'regex', 'ahocorasick', 'pdfplumber'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert shown.stdout.splitlines()[-1] == "[]"


def _process(*arguments: object, **more: Any) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "extract.cli", *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)


def test_a_closed_pipe_is_no_error(wrong: Path) -> None:
    wrong.write_text(WRONG * 3000, encoding="utf-8")
    process = _process("extract", wrong)
    assert process.stdout and process.stderr
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(60) in (0, 141)


@pytest.mark.parametrize("encoding", ["cp1252", "cp1258", "ascii", "utf-8"])
@pytest.mark.parametrize("arguments", [("extract",), ("check",), ("check", "--explain")])
def test_files_and_pipes_get_utf8(wrong: Path, encoding: str, arguments: tuple[str, ...]) -> None:
    env = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    process = _process(*arguments, wrong, "--lang", "vi", env=env)
    out, err = process.communicate(timeout=60)
    assert err == b"" and b"\\u" not in out
    assert process.returncode == (0 if arguments == ("extract",) else 1)
    shown = out.decode("utf-8")
    if arguments == ("extract",):
        assert "tổ" in shown and json.loads(shown)["quantities"]
    else:
        assert "không khớp: văn bản nêu 10" in shown
    _, err = _process("check", wrong.parent / "không.txt", "--lang", "vi", env=env).communicate()
    assert "không có tệp này" in err.decode("utf-8")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told(wrong: Path) -> None:
    with open("/dev/full", "wb") as full:
        command = [sys.executable, "-m", "extract.cli", "check", "--lang", "vi", str(wrong)]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    said = done.stderr.decode("utf-8")
    assert said.startswith("doisoat: không đọc hoặc ghi được (") and "chỗ trống trên đĩa" in said
    assert said.count("\n") == 1
