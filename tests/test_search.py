"""Search over passages: with and without diacritics, numbers, phrases, and any query at all."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import extract
from extract.cli import main
from extract.store.database import FileEntry, Store
from extract.store.records import is_number, stored
from extract.store.search import count, parsed, search

A = """\
BÁO CÁO

I. KẾT QUẢ

Căn cứ Nghị định số 30/2020/NĐ-CP của Chính phủ, các đơn vị đã sắp xếp xong.

Thực hiện Nghị quyết số 18-NQ/TW, tỉnh tinh gọn bộ máy hành chính.

2. Việc còn lại

Theo Kế hoạch số 118-KH/TU, công tác cán bộ còn chậm.
"""
B = """\
THÔNG BÁO

Bán đấu giá tài sản công của xã.

Ban hành văn bản đúng hạn.

Bo may hanh chinh da tinh gon theo Nghi quyet 18-NQ/TW.
"""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    path = tmp_path_factory.mktemp("search") / "c.db"
    with Store.open(path, create=True) as opened:
        for name, text in (("a.md", A), ("b.txt", B)):
            document = stored(extract.analyse(extract.read_text(text, name)))
            sha256 = hashlib.sha256(text.encode()).hexdigest()
            document = replace(document, sha256=sha256)
            opened.add(document, [FileEntry(name, name, sha256)], "f")
        yield opened


def texts(store: Store, query: str) -> list[str]:
    return [f.text for f in search(store, query)]


def test_with_and_without_diacritics(store: Store) -> None:
    for query in ("nghi dinh", "Nghị định", "NGHỊ ĐỊNH", "nghị dinh"):
        (found,) = search(store, query)
        assert found.text.startswith("Căn cứ Nghị định") and found.document == "a.md"
    assert texts(store, "don vi") == texts(store, "đơn vị") != []
    assert len(texts(store, "bộ máy")) == len(texts(store, "bo may")) == 2


def test_the_diacritics_typed_come_first(store: Store) -> None:
    assert texts(store, "bán")[0].startswith("Bán đấu giá")
    assert texts(store, "văn bản")[0].startswith("Ban hành văn bản")
    assert texts(store, "bản")[0].startswith("Ban hành văn bản")
    assert texts(store, "nghị quyết 18-NQ/TW")[0].startswith("Thực hiện Nghị quyết")
    assert texts(store, "cán")[0].endswith("công tác cán bộ còn chậm.")


def test_a_number_is_one_word_and_has_parts(store: Store) -> None:
    assert len(texts(store, "18-NQ/TW")) == 2
    assert len(texts(store, "18–nq/tw,")) == 2
    assert len(texts(store, "8-NQ/TW")) == 0
    assert len(texts(store, "18-KH/TU")) == 0
    assert len(texts(store, "NQ/TW")) == 2
    assert len(texts(store, "18-NQ")) == 2
    assert len(texts(store, "30/2020/ND-CP")) == 1
    assert len(texts(store, "2020/NĐ")) == 1
    assert len(texts(store, "118 KH")) == 1
    assert is_number("58/2014/QH13") and not is_number("18-NQ") and not is_number("NQ/TW")


def test_quotes_are_words_in_a_row(store: Store) -> None:
    assert len(texts(store, "hành chính tinh gọn")) == 2
    assert len(texts(store, '"tinh gọn bộ máy"')) == 1
    assert len(texts(store, "“tinh gọn bộ máy” tỉnh")) == 1
    assert texts(store, '"gọn tinh"') == []
    assert len(texts(store, "hanh* chin*")) == 2
    assert len(texts(store, '"bo may ha*"')) == 2


@pytest.mark.parametrize(
    "query",
    ['"', '""', "*", "-", "(", ")", "AND", "OR NOT", "NEAR(a b)", "a:b", "^x", "{a b}", "folded:x",
     '"a', 'a"b"c', "a*b", "--", "';DROP TABLE documents", "\x00", "\ud800", "đ" * 5000, "", "   ",
     "a " * 500, "+", "_", "numbers : x", "\\", "ậ\u0323", "🙂", "<b>"],
)  # fmt: skip
def test_no_query_is_wrong(store: Store, query: str) -> None:
    assert isinstance(search(store, query), list)
    assert count(store, query) >= 0


def test_words_that_look_like_operators_are_words(store: Store) -> None:
    assert parsed("AND (x) OR").match == '(folded : "and") AND (folded : "x") AND (folded : "or")'


def test_a_passage_has_its_place(store: Store) -> None:
    (found,) = search(store, "công tác cán bộ")
    assert A[found.start : found.end] == found.text
    assert (found.section, found.title, found.page) == ("2", "Việc còn lại", None)
    assert len(search(store, "tinh gọn", limit=1)) == 1 and count(store, "tinh gọn") == 2


def test_a_document_that_goes_is_not_found(tmp_path: Path) -> None:
    with Store.open(tmp_path / "c.db", create=True) as store:
        document = stored(extract.analyse(extract.read_text(A, "a.md")))
        store.add(document, [FileEntry("a.md", "a.md", "x")], "f")
        assert texts(store, "nghi dinh")
        store.forget(["a.md"])
        assert texts(store, "nghi dinh") == [] and count(store, "nghi dinh") == 0


def test_the_command(store: Store, capsys: pytest.CaptureFixture[str]) -> None:
    def run(*words: str) -> int:
        with pytest.raises(SystemExit) as e:
            main(["search", str(store.path), *words, "--lang", "en"])
        return int(e.value.code or 0)

    assert run("cong", "tac", "can", "bo") == 0
    shown = capsys.readouterr().out
    assert shown.splitlines()[0] == "a.md, 2 Việc còn lại"
    assert shown.splitlines()[1].startswith("    Theo Kế hoạch số 118-KH/TU")
    assert run("tinh gọn", "--limit", "1") == 0
    assert "1 of 2 passages" in capsys.readouterr().out
    assert run("xyzzy") == 1
    assert "no passage has all of these words" in capsys.readouterr().err
    assert run("") == 1
    assert "“”: there is no word in it to search for" in capsys.readouterr().err
    assert run("18-NQ/TW", "--format", "json") == 0
    assert '"document": "a.md"' in capsys.readouterr().out
