"""What goes wrong with a run, a cluster or a database is said in English and in Vietnamese."""

from __future__ import annotations

import ast
from importlib.util import find_spec
from pathlib import Path

import pytest

import extract
from extract import errors
from extract.cli import main
from extract.store.database import Store

SOURCES = Path(extract.__file__).parent
ERRORS = {name for name, kind in vars(errors).items() if isinstance(kind, type)}
FILES = sorted(SOURCES.rglob("*.py"))


def calls(path: Path) -> list[ast.Call]:
    """All calls in a module."""
    return [n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)]


def name_of(call: ast.Call) -> str:
    """The name of what is called, without the module it is taken from."""
    return getattr(call.func, "id", getattr(call.func, "attr", ""))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_error_is_said_in_both_languages(path: Path) -> None:
    alone = [
        n.lineno
        for n in calls(path)
        if name_of(n) in ERRORS and len(n.args) < 2 and not any(k.arg == "vi" for k in n.keywords)
    ]
    assert not alone, f"lines {alone}: an error without its Vietnamese text"


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_complaint_is_in_one_language_only(path: Path) -> None:
    alone = [
        n.lineno
        for n in calls(path)
        if name_of(n) == "complain" and isinstance(n.args[0], ast.Constant | ast.JoinedStr)
        # the name of a file and what is said of it elsewhere
        and any(isinstance(v, ast.Constant) and any(map(str.isalpha, v.value))
                for v in getattr(n.args[0], "values", [n.args[0]]))
    ]  # fmt: skip
    assert not alone, f"lines {alone}: said in one language"


RULE = """kind = "quantity"
[[pattern]]
id = "my.rule"
about = "thử"
regex = "(?P<num>{regex})"
  [[pattern.match]]
  text = "có «7» cái"
  [[pattern.reject]]
  text = "a"
  why = "none"
"""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "--select", "Z9", "-"], "không có mã phát hiện nào bắt đầu như vậy"),
        (["patterns", "list", "--kind", "x"], "không có loại quy tắc này"),
        (["patterns", "list", "--patterns", "none"], "không có thư mục mẫu này"),
        (["patterns", "list", "--patterns", "bad"], "biểu thức chính quy sai"),
        (["patterns", "explain", "here"], "hãy viết TỆP:VỊ-TRÍ"),
        (["patterns", "explain", "a.txt:7"], "không có quy tắc nào khớp ở vị trí 7"),
        (["evaluate", "none.json"], "không đọc được tệp nhãn"),
        (["evaluate", "list.json"], "không có tệp nhãn nào"),
        (["evaluate", "lost.json"], "không có văn bản none.txt bên cạnh"),
        (["evaluate", "lost.json", "--against", "list.json"], "không phải kết quả do"),
        (["index", "import", "none.csv"], "không đọc được"),
        (["index", "import", "empty.csv"], "tệp trống"),
        (["index", "import", "wide.csv"], "wide.csv:2: có 2 ô, dòng đầu có 1"),
        (["index", "import", "bare.csv"], "có tên cột nhưng không có dòng nào"),
        (["index", "import", "twice.csv"], "có hai cột cùng nghĩa: number"),
        (["index", "import", "old.csv"], "không phải UTF-8"),
        pytest.param(
            ["serve", "none.db"],
            "không có cơ sở dữ liệu này",
            marks=pytest.mark.skipif(not find_spec("datasette"), reason="Datasette is not here"),
        ),
    ],
)
def test_a_mistake_is_told_in_vietnamese(
    arguments: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    files = {
        "a.txt": "Toàn xã có hộ nghèo, đã nộp đủ.\n",
        "list.json": "[]",
        "lost.json": '{"source": "none.txt"}',
        "empty.csv": "",
        "wide.csv": "số hiệu\n1/QĐ-UBND,2\n",
        "bare.csv": "số hiệu\n",
        "twice.csv": "số hiệu,số\n1,2\n",
    }
    for name, text in files.items():
        Path(name).write_text(text, encoding="utf-8")
    Path("old.csv").write_bytes("số hiệu\n".encode("utf-16-be"))
    Path("bad").mkdir()
    Path("bad/my.toml").write_text(RULE.replace("{regex}", "(7"), encoding="utf-8")
    Store.open("doisoat.db", create=True).close()
    with pytest.raises(SystemExit) as e:
        main([*arguments, "--lang", "vi"])
    shown = capsys.readouterr()
    assert said in shown.err + shown.out
    assert e.value.code == (0 if "a.txt:7" in arguments else 2)


def test_problems_of_rules_are_told_in_vietnamese(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "my.toml").write_text(RULE.replace("{regex}", "8"), encoding="utf-8")
    with pytest.raises(SystemExit) as e:
        main(["patterns", "check", "--patterns", str(tmp_path), "--lang", "vi"])
    assert e.value.code == 1
    out = capsys.readouterr().out
    assert "my.toml: my.rule: match 'có «7» cái' cho ra không có gì" in out
    assert out.endswith(": 1 lỗi\n")


@pytest.mark.parametrize(
    ("lang", "said"),
    [("vi", "không có bộ điều phối Dask nào trả lời"), ("en", "no Dask scheduler answers")],
)
def test_a_cluster_run_speaks_the_language_asked_for(
    lang: str,
    said: str,
    sample: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    pytest.importorskip("distributed")
    from extract.batch import cluster

    connect = cluster.connected
    monkeypatch.setattr(cluster, "connected", lambda address, timeout: connect(address, 0.5))
    where = ["--engine", "dask", "--scheduler", "tcp://127.0.0.1:9"]
    with pytest.raises(SystemExit) as e:
        main(["run", str(sample), "--out", str(tmp_path / "out"), "--lang", lang, *where])
    assert e.value.code == 2
    assert said in capsys.readouterr().err
