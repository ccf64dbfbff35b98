"""What goes wrong with a run, a cluster or a database is said in English and in Vietnamese."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import extract
from extract import errors
from extract.cli import main

SOURCES = Path(extract.__file__).parent
ERRORS = {name for name, kind in vars(errors).items() if isinstance(kind, type)}
ROOMS = [*sorted(SOURCES.glob("batch/*.py")), *sorted(SOURCES.glob("store/*.py"))]
ROOMS += [SOURCES / "cli" / name for name in ("batch.py", "cluster.py", "store.py")]
ROOMS += [SOURCES / "output" / "files.py"]


@pytest.mark.parametrize("path", ROOMS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_error_is_said_in_both_languages(path: Path) -> None:
    calls = [n for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.Call)]
    alone = [
        n.lineno
        for n in calls
        if isinstance(n.func, ast.Name) and n.func.id in ERRORS and len(n.args) < 2
    ]
    assert not alone, f"lines {alone}: an error without its Vietnamese text"


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
