"""doisoat index …: what it prints, in which form, and how it ends."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer.main

from extract.cli import main
from extract.cli.index import app
from extract.index.facts import STRENGTH
from extract.output import answers
from indexed import database, head

Outcome = tuple[int, str, str]
Command = Callable[..., Outcome]

DECREE = head("Chính phủ", "12/2024/NĐ-CP", "Hà Nội", "10/02/2024", "Nghị định", "Về chợ")
REPORT = head("UBND tỉnh Lào Cai", "7/BC-UBND", "Lào Cai", "05/3/2024", "Báo cáo", "Về chợ")
TEXTS = {
    "decree.txt": DECREE + "Nghị định này thay thế Nghị định số 10/2019/NĐ-CP ngày 02/02/2019.",
    "report.txt": REPORT + "Căn cứ Luật Giá năm 2023;\n\nThực hiện khoản 2 Điều 3 Nghị định số "
    "10/2019/NĐ-CP và Nghị quyết số 18-NQ/TW, ngày 25/10/2017; Nghị quyết 19.\n",
    "plan.txt": "Thực hiện Nghị quyết số 18-NQ/TW, ngày 26/10/2017 và Luật Giá.",
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return database(tmp_path_factory.mktemp("index") / "corpus.db", TEXTS)


@pytest.fixture
def index(
    corpus: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Command:
    """Run `doisoat index …` on the corpus; gives exit code, standard output, standard error."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.setenv("DOISOAT_DB", str(corpus))

    def run(*arguments: object) -> Outcome:
        with pytest.raises(SystemExit) as ended:
            main(["index", *map(str, arguments)])
        out, err = capsys.readouterr()
        assert "Traceback" not in err and isinstance(ended.value.code, int)
        return ended.value.code, out, err

    return run


def test_build_says_what_there_is(index: Command, corpus: Path) -> None:
    code, out, _ = index("build", corpus)
    assert code == 0
    assert out == (
        "3 documents, 7 mentions, 5 legal documents, 2 mentions unresolved, 1 relation, "
        "1 contradiction\n"
    )
    assert index("build", corpus)[2] == ""


def test_a_stale_index_is_made_first(tmp_path: Path, index: Command) -> None:
    path = database(tmp_path / "new.db", {"a.txt": TEXTS["plan.txt"]})
    code, out, err = index("show", "18-NQ/TW", "--db", path)
    assert code == 0 and "18-nq-tw_khoa-xii" in out
    assert err == f"doisoat: {path}: the index is not up to date; making it\n"
    assert index("show", "18-NQ/TW", "--db", path)[2] == ""


def test_show(index: Command) -> None:
    code, out, _ = index("show", "nghị quyết 18")
    assert code == 0
    for line in (
        "Nghị quyết 18-NQ/TW",
        "  key: 18-nq-tw_khoa-xii",
        "  date: 2017-10-25 (1); 2017-10-26 (1)",
        "  plan.txt  mentions: 1",
        "  stated  mentions: 2",
    ):
        assert line in out.splitlines()
    assert "“Thực hiện Nghị quyết số 18-NQ/TW, ngày 26/10/2017 và Luật Giá.”" in out
    data = json.loads(index("show", "18-nq-tw_khoa-xii", "--format", "json")[1])
    assert data["identity"]["key"] == "18-nq-tw_khoa-xii"
    assert len(data["passages"]) == 2
    assert "  quan hệ: thực hiện (2)" in index("show", "18-NQ/TW", "--lang", "vi")[1]


def test_cites_a_pinpoint(index: Command) -> None:
    code, out, _ = index("cites", "10/2019/NĐ-CP", "--article", "3", "--clause", "2")
    assert code == 0 and out.startswith("report.txt  text: Nghị định số 10/2019/NĐ-CP")
    assert index("cites", "10/2019/NĐ-CP", "--article", "4")[1] == "nothing found\n"
    rows = list(csv.DictReader(io.StringIO(index("cites", "10/2019/NĐ-CP", "--format", "csv")[1])))
    assert [r["document"] for r in rows] == ["decree.txt", "report.txt"]


def test_chains_and_who_cites_what_was_replaced(index: Command) -> None:
    out = index("chains", "10/2019/NĐ-CP")[1]
    assert out.startswith("12-2024-nd-cp replaces 10-2019-nd-cp")
    assert index("chains")[1].startswith("12-2024-nd-cp replaces 10-2019-nd-cp")
    assert index("chains", "--year", "2019")[1].startswith("12-2024-nd-cp replaces 10-2019-nd-cp")
    assert index("chains", "--year", "2020")[1] == "nothing found\n"
    assert index("chains", "--outdated")[1].startswith("10-2019-nd-cp  verb: replaces")
    assert "report.txt" in index("chains", "--outdated", "10/2019/NĐ-CP")[1]


def test_other_questions(index: Command) -> None:
    assert index("stands-on", "report")[1].startswith("luat-gia_2023")
    assert "== Chính phủ (" in index("top", "--by", "issuer")[1]
    assert index("top", "--year", "2023")[1].startswith("luat-gia_2023")
    assert "luat-gia_2023" in index("together", "10/2019/NĐ-CP")[1]
    code, out, _ = index("contradictions")
    assert code == 1 and "value: 2017-10-26" in out and "plan.txt" in out
    assert index("contradictions", "10/2019/NĐ-CP")[:2] == (0, "nothing found\n")
    out = index("unresolved")[1]
    assert "reason: law without year  candidates: luat-gia_2023" in out
    assert "reason: short form" in out
    assert "lý do: luật không nêu năm" in index("unresolved", "--lang", "vi")[1]
    assert "về: ngày" in index("contradictions", "--lang", "vi")[1]
    assert index("why", "10/2019/NĐ-CP")[:2] == (0, "nothing found\n")


def test_evidence_is_told_in_vietnamese(tmp_path: Path, index: Command) -> None:
    assert set(STRENGTH) <= set(answers._RULES_VI)
    text = "Nghị quyết số 18-NQ/TW ngày 25/10/2017; làm theo Nghị quyết số 18-NQ/TW, mục 3."
    path = database(tmp_path / "b.db", {"a.txt": text})
    out = index("why", "18-NQ/TW", "--db", str(path), "--lang", "vi")[1]
    assert "thành phần: khóa  giá trị: XII  bằng chứng: chỗ khác trong văn bản nêu" in out


def test_several_documents_fit(tmp_path: Path, index: Command) -> None:
    path = database(tmp_path / "a.db", {"a.txt": "Căn cứ Luật Giá năm 2012; Luật Giá năm 2023;"})
    code, out, err = index("show", "luật giá", "--db", path)
    assert code == 2
    assert "2 documents could be meant: luat-gia_2012, luat-gia_2023" in err
    assert [line.split("  ")[0] for line in out.splitlines()] == ["luat-gia_2012", "luat-gia_2023"]
    assert index("show", "luật giá", "--year", "2012", "--db", path)[0] == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("show", "19-NQ/TW"), "19-NQ/TW: no document of the index fits; the nearest: 18-nq-tw"),
        (("stands-on", "nowhere.txt"), "nowhere.txt: no document of the corpus has this name"),
        (("show", "18-NQ/TW", "--db", "none.db"), "none.db: no such database"),
        (("missing",), "no list of known documents has been imported"),
        (("import", "none.csv"), "none.csv: cannot be read"),
        (("import", __file__, "--complete", "NĐ-CP"), "NĐ-CP: write SERIES:YEAR"),
    ],
)
def test_errors(index: Command, arguments: tuple[str, ...], message: str) -> None:
    code, out, err = index(*arguments)
    assert (code, out) == (2, "")
    assert message in err


def test_import_missing_differing_export(tmp_path: Path, index: Command) -> None:
    path = database(tmp_path / "a.db", {"a.txt": "Nghị định số 1/2020/NĐ-CP ngày 02/01/2020."})
    known = tmp_path / "known.csv"
    known.write_text("số,ngày\n2/2020/NĐ-CP,03/01/2020\n", "utf-8")
    assert index("import", known, "--complete", "NĐ-CP:2020", "--db", path)[1] == (
        "known.csv: 1 document\n"
    )
    code, out, _ = index("missing", "--db", path)
    assert code == 1 and "01-2020-nd-cp  status: does not exist in known.csv" in out
    known.write_text("số,ngày\n1/2020/NĐ-CP,03/01/2020\n", "utf-8")
    index("import", known, "--db", path)
    assert index("missing", "--db", path)[:2] == (0, "nothing found\n")
    code, out, _ = index("differing", "--db", path)
    assert code == 1 and "value: 2020-01-02" in out and "listed: 2020-01-03" in out
    for to, name in (("csv", "out"), ("graphml", "g.graphml"), ("jsonld", "g.jsonld")):
        code, out, _ = index("export", "--to", to, "--out", tmp_path / name, "--db", path)
        assert code == 0 and all(Path(line).is_file() for line in out.splitlines())
    blocked = tmp_path / "known.csv" / "x.jsonld"
    code, _, err = index("export", "--to", "jsonld", "--out", blocked, "--db", path)
    assert code == 2 and "cannot be written" in err


DOCS = (Path(__file__).parents[1] / "docs" / "index.md").read_text("utf-8")


def test_documented_commands_are_those_there_are() -> None:
    commands = typer.main.get_command(app).commands  # type: ignore[attr-defined]
    lines = re.findall(r"^doisoat index (\S+)(.*)$", DOCS, re.M)
    assert {name for name, _ in lines} == set(commands)
    for name, rest in lines:
        known = {o for p in commands[name].params for o in p.opts}
        assert set(re.findall(r"--[a-z-]+", rest)) <= known, name


def test_documented_rules_are_those_there_are() -> None:
    rows = re.findall(r"^\| ((?:`[a-z-]+`(?:, )?)+) \| ", DOCS.split("## Evidence")[1], re.M)
    assert set(re.findall(r"`([a-z-]+)`", " ".join(rows))) == set(STRENGTH) - {"stated"}


def test_questions_do_not_load_pandas(corpus: Path) -> None:
    code = (
        "import sys; from extract.cli import _run; "
        f"sys.exit(_run(['index', 'top', '--db', {str(corpus)!r}]) or 'pandas' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
