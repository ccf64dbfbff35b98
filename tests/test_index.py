"""The citation index: identities over a corpus, their evidence, relations, questions."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from pathlib import Path

import networkx
import pytest

from extract.errors import InputError
from extract.index import build, is_fresh, making, open_index
from extract.index.acts import squeeze
from extract.index.opened import Ambiguous
from extract.index.register import Imported, import_list, parse_cover, read_list
from extract.index.urn import urn_of
from extract.pipeline import analyse
from extract.readers.files import read_path
from extract.store.database import FileEntry, Store
from extract.store.records import stored
from indexed import database, head, index_of, key_of

LAO_CAI = head(
    "Ủy ban nhân dân tỉnh Lào Cai", "77/BC-UBND", "Lào Cai", "05/3/2024", "Báo cáo", "Kết quả"
)
SON_LA = head(
    "Ủy ban nhân dân tỉnh Sơn La", "88/BC-UBND", "Sơn La", "06/3/2024", "Báo cáo", "Kết quả"
)
DECREE = head("Chính phủ", "12/2024/NĐ-CP", "Hà Nội", "10/02/2024", "Nghị định", "Về quản lý chợ")


def test_same_number_of_two_provinces_is_two(tmp_path: Path) -> None:
    with index_of(
        tmp_path,
        a=LAO_CAI + "Theo Nghị quyết số 16-NQ/TU, ngày 16/3/2018 của Tỉnh ủy, tỉnh đã làm.",
        b=SON_LA + "Theo Nghị quyết số 16-NQ/TU, ngày 16/3/2018 của Tỉnh ủy, tỉnh đã làm.",
    ) as index:
        rows = index.find("16-NQ/TU")
        assert [(r["key"], r["place"]) for r in rows] == [
            ("16-nq-tu_2018_lao-cai", "Lào Cai"),
            ("16-nq-tu_2018_son-la", "Sơn La"),
        ]
        with pytest.raises(Ambiguous, match=r"16-nq-tu_2018_lao-cai, 16-nq-tu_2018_son-la"):
            index.show("16-NQ/TU")
        assert index.one("16-NQ/TU", place="tỉnh Sơn La")["key"] == "16-nq-tu_2018_son-la"
        assert index.one("16-NQ/TU Lào Cai")["key"] == "16-nq-tu_2018_lao-cai"


def test_same_number_of_two_years_is_two(tmp_path: Path) -> None:
    text = "Quyết định số 543/QĐ-UBND ngày 05/7/{} của UBND tỉnh đã ban hành."
    with index_of(tmp_path, a=LAO_CAI + text.format(2018) + " " + text.format(2019)) as index:
        assert [r["year"] for r in index.find("543/QĐ-UBND")] == [2018, 2019]
        assert index.one("543/QĐ-UBND", year=2019)["key"] == "543-qd-ubnd_2019_lao-cai"
        found = index.contradictions()
        assert {(r["kind"], r["value"]) for r in found} == {
            ("year", "2018-07-05"),
            ("year", "2019-07-05"),
        }


def test_one_party_number_of_two_terms_is_two(tmp_path: Path) -> None:
    with index_of(
        tmp_path,
        a="Thực hiện Nghị quyết số 18-NQ/TW, ngày 25/10/2017 của Trung ương. Nghị quyết số "
        "18-NQ/TW đã đi vào cuộc sống.",
        b="Thực hiện Nghị quyết số 18-NQ/TW, ngày 16/6/2022 của Trung ương về đất đai.",
        c="Thực hiện Nghị quyết số 18-NQ/TW của Ban Chấp hành Trung ương khóa XII, tỉnh đã làm.",
        d="Thực hiện Nghị quyết số 18-NQ/TW, tỉnh đã làm.",
    ) as index:
        assert key_of(index, "a", "c1") == key_of(index, "a", "c2") == "18-nq-tw_khoa-xii"
        assert key_of(index, "b", "c1") == "18-nq-tw_khoa-xiii"
        assert key_of(index, "c", "c1") == "18-nq-tw_khoa-xii"
        assert key_of(index, "d", "c1") is None
        (row,) = index.unresolved("d.txt")
        assert row["reason"] == "term unknown"
        assert row["candidates"] == "18-nq-tw_khoa-xii 18-nq-tw_khoa-xiii"


def test_a_committee_gives_a_number_once_in_a_term(tmp_path: Path) -> None:
    text = "Nghị quyết số {}-NQ/TU, ngày {} của Tỉnh ủy Lào Cai. "
    with index_of(
        tmp_path,
        a=LAO_CAI + text.format(5, "16/3/2017") + text.format(6, "01/02/2012"),
        b=SON_LA + text.format(5, "20/4/2018") + text.format(6, "01/3/2021"),
    ) as index:
        assert {(r["kind"], r["key"], r["other"]) for r in index.contradictions()} == {
            ("year", "05-nq-tu_2017_lao-cai", "05-nq-tu_2018_lao-cai")
        }


def test_place_told_by_another_mention(tmp_path: Path) -> None:
    text = "Kế hoạch số 55/KH-UBND ngày 04/2/2022 đã xong; Kế hoạch số 55/KH-UBND của UBND tỉnh."
    with index_of(tmp_path, a=LAO_CAI + text) as index:
        rows = [
            (r["citation"], r["slot"], r["rule"], r["basis_citation"])
            for r in index.why("55/KH-UBND")
        ]
        assert rows == [
            ("c1", "place", "same-document", "c2"),
            ("c2", "place", "own-place", None),
            ("c2", "year", "same-document", "c1"),
        ]


def test_two_dates_of_one_term_are_a_contradiction(tmp_path: Path) -> None:
    with index_of(
        tmp_path,
        a="Nghị quyết số 18-NQ/TW, ngày 25/10/2017 của Trung ương.",
        b="Nghị quyết số 18-NQ/TW, ngày 26/10/2017 của Trung ương.",
    ) as index:
        found = index.contradictions("18-NQ/TW")
        assert [(r["kind"], r["value"], r["document"]) for r in found] == [
            ("date", "2017-10-25", "a.txt"),
            ("date", "2017-10-26", "b.txt"),
        ]
        assert "26/10/2017" in found[1]["passage"]


def test_the_only_candidate_is_taken_where_nothing_else_fits(tmp_path: Path) -> None:
    with index_of(
        tmp_path,
        a="Nghị quyết số 18-NQ/TW, ngày 25/10/2017 của Trung ương.",
        b="Thực hiện Nghị quyết số 18-NQ/TW, tỉnh đã làm.",
        c=LAO_CAI + "Thực hiện Nghị quyết số 18-NQ/TW, tỉnh đã làm.",
    ) as index:
        assert key_of(index, "b", "c1") == "18-nq-tw_khoa-xii"
        (row,) = index.why("18-NQ/TW", "b.txt")
        assert (row["slot"], row["rule"], row["value"]) == ("term", "only-candidate", "XII")
        assert (row["basis_document"], row["basis_text"]) == (
            "a.txt",
            "Nghị quyết số 18-NQ/TW, ngày 25/10/2017",
        )
        assert key_of(index, "c", "c1") is None  # of 2024: another term may have one too


def test_undated_number_is_tied_within_its_place_only(tmp_path: Path) -> None:
    dated = "Theo Kế hoạch số 55/KH-UBND ngày 04/2/2022 của UBND tỉnh, tỉnh đã làm."
    bare = "Theo Kế hoạch số 55/KH-UBND, tỉnh đã làm."
    again = LAO_CAI.replace("77/BC", "79/BC")
    with index_of(tmp_path, a=LAO_CAI + dated, b=again + bare, c=SON_LA + bare) as index:
        assert key_of(index, "b", "c1") == "55-kh-ubnd_2022_lao-cai"
        assert {r["slot"] for r in index.why("55/KH-UBND", "b.txt")} == {"year", "place"}
        assert key_of(index, "c", "c1") is None


def test_no_future_document_is_a_candidate(tmp_path: Path) -> None:
    early = LAO_CAI.replace("năm 2024", "năm 2021").replace("77/BC", "70/BC")
    with index_of(
        tmp_path,
        a=LAO_CAI + "Theo Kế hoạch số 55/KH-UBND ngày 04/2/2022 của UBND tỉnh.",
        b=early + "Theo Kế hoạch số 55/KH-UBND của UBND tỉnh.",
    ) as index:
        assert key_of(index, "b", "c1") is None
        assert index.unresolved("b.txt")[0]["candidates"] is None


def test_law_of_a_year_is_joined_to_its_number(tmp_path: Path) -> None:
    with index_of(
        tmp_path,
        a="Căn cứ Luật Đất đai số 31/2024/QH15;",
        b="Căn cứ Luật Đất đai ngày 18 tháng 01 năm 2024;\n\nTheo Luật Đất đai, tỉnh đã làm.",
        c="Theo Luật Đất đai, tỉnh đã làm.",
        d="Căn cứ Luật Đất đai năm 2013;",
    ) as index:
        assert [key_of(index, n, "c1") for n in "abcd"] == [
            "31-2024-qh15",
            "31-2024-qh15",
            None,
            "luat-dat-dai_2013",
        ]
        assert key_of(index, "b", "c2") == "31-2024-qh15"
        assert index.one("luật đất đai", year=2024)["date"] == "2024-01-18"
        assert {r["rule"] for r in index.why("31/2024/QH15", "b.txt")} >= {"law-number"}
        assert index.unresolved("c.txt")[0]["candidates"] == "31-2024-qh15 luat-dat-dai_2013"


def test_two_laws_of_one_name_and_year_stay_two(tmp_path: Path) -> None:
    with index_of(
        tmp_path,
        a="Căn cứ Luật Tổ chức chính quyền địa phương số 65/2025/QH15 ngày 19 tháng 02 năm 2025;",
        b="Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16 tháng 6 năm 2025;",
        c="Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
    ) as index:
        assert key_of(index, "c", "c1") == "72-2025-qh15"


def test_law_named_in_the_title_of_another_is_of_its_day(tmp_path: Path) -> None:
    text = (
        DECREE + "Căn cứ Luật Bảo hiểm xã hội ngày 29 tháng 6 năm 2024;\n\n"
        "1. Mức đóng theo Luật Bảo hiểm xã hội.\n\n"
        "2. Nghị định số 115/2015/NĐ-CP của Chính phủ quy định chi tiết một số điều của Luật Bảo "
        "hiểm xã hội còn hiệu lực.\n"
    )
    with index_of(tmp_path, a=text) as index:
        keys = [key_of(index, "a", f"c{n}") for n in (1, 2, 4)]
        assert keys == ["luat-bao-hiem-xa-hoi_2024"] * 2 + [None]


def test_only_province_named_gives_the_place(tmp_path: Path) -> None:
    plan = (
        "KẾ HOẠCH\nvề đường thôn\n\nThực hiện Kế hoạch số 122-KH/TU, ngày 21/01/2018 của Ban "
        "Thường vụ Tỉnh ủy.\n\nTiếp tục Kế hoạch số 122-KH/TU ở thành phố Lai Châu.\n"
    )
    with index_of(tmp_path, a=plan, b=plan + "\nHọc tập kinh nghiệm của tỉnh Sơn La.\n") as index:
        assert key_of(index, "a", "c1") == key_of(index, "a", "c2") == "122-kh-tu_2018_lai-chau"
        row = index.why("122-KH/TU")[0]
        assert row["rule"] == "only-place" and "thành phố Lai Châu" in row["basis_passage"]
        assert key_of(index, "b", "c1") is None


def test_district_of_several_provinces_needs_its_province(tmp_path: Path) -> None:
    text = "Theo Quyết định số 5/QĐ-UBND ngày 01/02/2023 của UBND huyện Châu Thành, huyện đã làm."
    with index_of(
        tmp_path,
        a=text + " Ở tỉnh Long An, việc này đã xong.",
        b=text + " Ở tỉnh Trà Vinh, việc này đã xong.",
        c=text,
    ) as index:
        assert key_of(index, "a", "c1") == "05-qd-ubnd_2023_chau-thanh_long-an"
        assert key_of(index, "b", "c1") == "05-qd-ubnd_2023_chau-thanh_tra-vinh"
        assert key_of(index, "c", "c1") is None


def test_party_decision_and_rule_of_one_number(tmp_path: Path) -> None:
    rule, decision = "Quy định số 41-QĐ/TW, ngày {}", "Quyết định số 41-QĐ/TW, ngày {}"
    (tmp_path / "x").mkdir()
    with index_of(tmp_path, a=rule.format("03/11/2021"), b=decision.format("15/9/2021")) as index:
        assert {r["key"] for r in index.find("41-QĐ/TW")} == {
            "41-qd-tw_khoa-xiii_quy-dinh",
            "41-qd-tw_khoa-xiii_quyet-dinh",
        }
    with index_of(
        tmp_path / "x", a=rule.format("03/11/2021"), b=decision.format("03/11/2021")
    ) as index:
        assert index.one("41-QĐ/TW")["key"] == "41-qd-tw_khoa-xiii"
        assert {r["value"] for r in index.contradictions()} == {"Quy định", "Quyết định"}


def test_a_document_of_the_corpus_is_the_cited_one(tmp_path: Path) -> None:
    with index_of(
        tmp_path, a=DECREE + "Nội dung.", b="Theo Nghị định số 12/2024/NĐ-CP, tỉnh đã làm."
    ) as index:
        found = index.show("12/2024/NĐ-CP")
        assert found["identity"]["date"] == "2024-02-10"
        assert [r["document"] for r in found["corpus"]] == ["a.txt"]
        assert [r["document"] for r in found["cited_by"]] == ["b.txt"]


def test_what_replaces_what_and_who_cites_it_still(tmp_path: Path) -> None:
    with index_of(
        tmp_path,
        a=DECREE + "Nghị định này thay thế Nghị định số 10/2019/NĐ-CP ngày 02/02/2019.",
        b=LAO_CAI + "Thực hiện Nghị định số 10/2019/NĐ-CP, tỉnh đã làm.",
        c="Nghị định số 10/2019/NĐ-CP của Chính phủ thay thế Nghị định số 7/2010/NĐ-CP.",
    ) as index:
        steps = [
            (r["depth"], r["actor"], r["verb"], r["target"]) for r in index.chains("10/2019/NĐ-CP")
        ]
        assert steps == [
            (1, "12-2024-nd-cp", "replaces", "10-2019-nd-cp"),
            (-1, "10-2019-nd-cp", "replaces", "07-2010-nd-cp"),
        ]
        chain = [r["target"] for r in index.chains("12/2024/NĐ-CP")]
        assert chain == ["10-2019-nd-cp", "07-2010-nd-cp"]
        assert [(r["actor"], r["target"], r["said"]) for r in index.acted()] == [
            ("12-2024-nd-cp", "10-2019-nd-cp", 1),
            ("10-2019-nd-cp", "07-2010-nd-cp", 1),
        ]
        assert [r["target"] for r in index.acted(year=2010)] == ["07-2010-nd-cp"]
        (late,) = index.outdated()
        assert (late["cited"], late["by"], late["document"]) == (
            "10-2019-nd-cp",
            "12-2024-nd-cp",
            "b.txt",
        )


def test_a_body_repeals_its_own_acts(tmp_path: Path) -> None:
    decision = head(
        "Ủy ban nhân dân tỉnh Lào Cai", "9/QĐ-UBND", "Lào Cai", "05/3/2024", "Quyết định", "Về chợ"
    )
    text = "Quyết định này thay thế Quyết định số 7/QĐ-UBND ngày 03/7/2023."
    with index_of(tmp_path, a=decision + text) as index:
        assert key_of(index, "a", "c1") == "07-qd-ubnd_2023_lao-cai"
        assert {r["rule"] for r in index.why("7/QĐ-UBND")} == {"own-act"}


def test_pinpoints_and_co_citation(tmp_path: Path) -> None:
    with index_of(
        tmp_path,
        a="Theo khoản 4 Điều 1 Nghị định số 107/2020/NĐ-CP và Nghị định số 108/2020/NĐ-CP.",
        b="Theo Điều 2 Nghị định số 107/2020/NĐ-CP và Nghị định số 24/2014/NĐ-CP.",
        c="Theo Nghị định số 107/2020/NĐ-CP và Nghị định số 108/2020/NĐ-CP.",
    ) as index:
        (row,) = index.cites("107/2020/NĐ-CP", article="1", clause="4")
        assert (row["document"], row["citation"]) == ("a.txt", "c1")
        assert "khoản 4 Điều 1" in row["passage"]
        assert len(index.cites("107/2020/NĐ-CP")) == 3
        near = [(r["key"], r["both"]) for r in index.together("107/2020/NĐ-CP")]
        assert near == [("108-2020-nd-cp", 2), ("24-2014-nd-cp", 1)]
        assert index.top(limit=1)[0]["key"] == "107-2020-nd-cp"
        assert {r["group"] for r in index.top("year")} == {2020, 2014}


def test_every_place_cited_at_once_is_found(tmp_path: Path) -> None:
    with index_of(
        tmp_path,
        a="Theo các điểm a, b khoản 1 và khoản 2 Điều 2 của Luật Giá năm 2023.",
        b="Theo Điều 3 và Điều 2 của Luật Giá năm 2023.",
        c="Theo khoản 5 Điều 9 của Luật Giá năm 2023.",
    ) as index:
        asked = [
            ("2", None, None),
            ("2", "1", "b"),
            ("2", "2", None),
            ("3", None, None),
            (None, "5", None),
        ]
        found = [
            [r["document"] for r in index.cites("luật giá", article=a, clause=k, point=d)]
            for a, k, d in asked
        ]
        assert found == [["a.txt", "b.txt"], ["a.txt"], ["a.txt"], ["b.txt"], ["c.txt"]]


def test_what_a_document_stands_on(tmp_path: Path) -> None:
    text = (
        DECREE + "Căn cứ Luật Giá năm 2023;\n\nThực hiện Nghị quyết số 76/NQ-CP ngày 15/7/2021, "
        "Bộ đã làm.\n\nTham khảo Chỉ thị số 5/CT-TTg ngày 01/3/2022.\n"
    )
    with index_of(tmp_path, a=text) as index:
        rows = index.stands_on("a")
        assert [(r["key"], r["verbs"]) for r in rows] == [
            ("luat-gia_2023", "based_on"),
            ("76-nq-cp_2021", "implements"),
        ]


@pytest.mark.parametrize(
    "question",
    [
        "107/2020/NĐ-CP",
        "107-2020-nd-cp",
        "107/2020/nđ-cp",
        "nghị định 107",
        "Nghị định số 107/2020/NĐ-CP ngày 14/9/2020",
        "107 2020 ND CP",
        "NĐ 107/2020",
        "nghi dinh 107 năm 2020",
    ],
)
def test_loose_questions(tmp_path: Path, question: str) -> None:
    with index_of(
        tmp_path, a="Nghị định số 107/2020/NĐ-CP ngày 14/9/2020; Nghị định số 24/2014/NĐ-CP."
    ) as index:
        assert [r["key"] for r in index.find(question)] == ["107-2020-nd-cp"]


def test_unknown_question_names_the_nearest(tmp_path: Path) -> None:
    with index_of(tmp_path, a="Nghị định số 107/2020/NĐ-CP.") as index:
        with pytest.raises(InputError, match=r"the nearest: 107-2020-nd-cp"):
            index.one("108/2020/NĐ-CP")
        with pytest.raises(InputError, match="nothing is like it"):
            index.one("???")


@pytest.mark.parametrize(
    "question",
    [
        "18 NQ/TW",
        "18-nq/tw",
        "NGHỊ  QUYẾT số 18",
        unicodedata.normalize("NFD", "nghị quyết 18 năm 2017"),
        "18\N{NON-BREAKING HYPHEN}NQ/TW",
        "18–NQ/TW",
        "nq 18",
        "Nghị quyết 18 khóa XII",
        "18-NQ/TW (khoá xii)",
    ],
)
def test_odd_spellings_of_a_question(tmp_path: Path, question: str) -> None:
    with index_of(tmp_path, a="Nghị quyết số 18-NQ/TW, ngày 25/10/2017.") as index:
        assert index.one(question)["key"] == "18-nq-tw_khoa-xii"


def test_a_term_tells_two_documents_apart(tmp_path: Path) -> None:
    text = "Nghị quyết số 18-NQ/TW, ngày 25/10/2017; Nghị quyết số 18-NQ/TW ngày 16/6/2022."
    with index_of(tmp_path, a=text) as index:
        assert len(index.find("nghị quyết 18")) == 2
        assert index.one("nghị quyết 18 khóa XIII")["date"] == "2022-06-16"
        assert index.find("nghị quyết 18 khóa X") == []


def test_nothing_is_asked(tmp_path: Path) -> None:
    with (
        index_of(tmp_path, a="Nghị quyết số 18-NQ/TW, ngày 25/10/2017.") as index,
        pytest.raises(InputError, match="no document is asked for"),
    ):
        index.one("  ")


def test_a_list_saved_by_excel_as_unicode_text(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("Số hiệu\tNgày\r\n18-NQ/TW\t25/10/2017\r\n", "utf-16")
    with Store.open(tmp_path / "a.db", create=True) as store:
        assert import_list(store.connection, path, []).rows == 1
        key = store.connection.execute("SELECT key FROM known").fetchone()[0]
    assert key == "18-nq-tw_khoa-xii"


def test_a_list_that_tells_excel_its_separator(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("sep=;\r\nSố ký hiệu;Trích yếu\r\n107/2020/NĐ-CP;Sở, phòng, ban\r\n", "utf-8")
    row = {"number": "107/2020/NĐ-CP", "title": "Sở, phòng, ban"}
    assert read_list(path) == [(3, row)]


def test_a_list_with_a_quote_that_is_not_closed(tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text('Số hiệu,Ngày\n"18-NQ/TW,25/10/2017\n19-NQ/TW,25/10/2017\n', "utf-8")
    with (
        Store.open(tmp_path / "a.db", create=True) as store,
        pytest.raises(InputError, match=r"list.csv:3: is no CSV \(unexpected end of data\)"),
    ):
        import_list(store.connection, path, [])


def test_index_follows_the_documents(tmp_path: Path) -> None:
    path = database(tmp_path / "a.db", {"a.txt": "Nghị định số 107/2020/NĐ-CP."})
    open_index(path).store.close()
    with Store.open(path) as store:
        assert is_fresh(store.connection)
    database(path, {"b.txt": "Nghị định số 108/2020/NĐ-CP."})
    with Store.open(path) as store:
        assert not is_fresh(store.connection)
    made = []
    with open_index(path, notice=lambda: made.append(1)) as index:
        assert index.find("108/2020/NĐ-CP") and made == [1]


def test_freshness_costs_no_look_at_the_documents(tmp_path: Path) -> None:
    path = database(tmp_path / "a.db", {"a.txt": "Nghị định số 107/2020/NĐ-CP."})
    open_index(path).store.close()
    with Store.open(path) as store:
        asked: list[str] = []
        store.connection.set_trace_callback(asked.append)
        assert is_fresh(store.connection)
        assert asked and not any("FROM documents" in query for query in asked)


def test_the_same_document_again_leaves_the_index_fresh(tmp_path: Path) -> None:
    texts = {"a.txt": "Nghị định số 107/2020/NĐ-CP."}
    path = database(tmp_path / "a.db", texts)
    open_index(path).store.close()
    with Store.open(path, write=True) as store:
        assert is_fresh(store.connection)
        store.connection.execute("UPDATE documents SET fingerprint = 'new'")
        assert not is_fresh(store.connection)
        store.connection.execute("UPDATE documents SET fingerprint = 'test'")
        assert is_fresh(store.connection)
        store.connection.execute("DELETE FROM documents")
        assert not is_fresh(store.connection)


def test_an_index_of_another_program_is_not_fresh(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = database(tmp_path / "a.db", {"a.txt": "Nghị định số 107/2020/NĐ-CP."})
    open_index(path).store.close()
    monkeypatch.setattr(making, "__version__", "another")
    with Store.open(path) as store:
        assert not is_fresh(store.connection)


def test_an_index_of_an_older_program_is_made_again(tmp_path: Path) -> None:
    path = database(tmp_path / "a.db", {"a.txt": "Nghị định số 107/2020/NĐ-CP."})
    open_index(path).store.close()
    with Store.open(path, write=True) as store:
        for name in making._TRIGGERS:
            store.connection.execute(f"DROP TRIGGER {name}")
        store.connection.execute("DROP TABLE index_state")
        store.connection.execute("CREATE TABLE index_state (version, digest)")
        store.connection.execute("INSERT INTO index_state VALUES (2, 'x')")
    with open_index(path) as index:
        assert index.find("107/2020/NĐ-CP") and is_fresh(index.db)


def test_same_corpus_same_index_whatever_the_order(tmp_path: Path) -> None:
    texts = {
        "a.txt": LAO_CAI + "Theo Quyết định số 5/QĐ-UBND ngày 01/02/2023 của UBND tỉnh.",
        "b.txt": "Căn cứ Luật Giá số 16/2023/QH15; Nghị quyết 18.",
        "c.txt": "Căn cứ Luật Giá năm 2023; Nghị quyết số 18-NQ/TW ngày 25/10/2017.",
    }
    found = []
    for n, order in enumerate((list(texts), list(texts)[::-1])):
        with open_index(database(tmp_path / f"{n}.db", {k: texts[k] for k in order})) as index:
            found.append(
                [
                    index.db.execute("SELECT * FROM identities ORDER BY id").fetchall(),
                    index.db.execute(
                        "SELECT n.name, m.ordinal, m.identity, m.rule, m.verb, m.reason FROM "
                        "mentions AS m JOIN names AS n USING (document) ORDER BY 1, 2"
                    ).fetchall(),
                ]
            )
    assert found[0] == found[1]


def test_a_failed_build_leaves_the_old_index(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = database(tmp_path / "a.db", {"a.txt": "Nghị định số 107/2020/NĐ-CP."})
    open_index(path).store.close()

    def broken(*_: object) -> None:
        raise RuntimeError("broken")

    monkeypatch.setattr("extract.index.making.gather", broken)
    with Store.open(path, write=True) as store:
        with pytest.raises(RuntimeError):
            build(store.connection)
        assert store.connection.execute("SELECT key FROM identities").fetchall()


LIST = (
    "Số ký hiệu;Loại văn bản;Cơ quan ban hành;Ngày ban hành;Trích yếu;Tình trạng\n"
    "107/2020/NĐ-CP;Nghị định;Chính phủ;14/9/2020;Về sở;Còn hiệu lực\n"
    "543/QĐ-UBND;Quyết định;UBND tỉnh Lào Cai;2018-07-05;Về chợ;\n"
)


def known(path: Path, text: str, *complete: str) -> Imported:
    """Import a list of this text into the database `path`."""
    source = path.with_suffix(".csv")
    source.write_text(text, "utf-8")
    with Store.open(path, write=True) as store:
        return import_list(store.connection, source, [parse_cover(c) for c in complete])


def test_known_list_flags_only_what_it_claims_to_hold(tmp_path: Path) -> None:
    path = database(
        tmp_path / "a.db",
        {
            "a.txt": "Nghị định số 107/2020/NĐ-CP; Nghị định số 999/2020/NĐ-CP; Nghị định số "
            "24/2014/NĐ-CP; Quyết định số 543/QĐ-UBND ngày 05/7/2018 của UBND tỉnh Lào Cai."
        },
    )
    with open_index(path) as index, pytest.raises(InputError, match="no list"):
        index.missing()
    assert known(path, LIST, "NĐ-CP:2015-2020") == Imported("a.csv", 2, 0)
    with open_index(path) as index:
        assert [(r["key"], r["status"]) for r in index.missing()] == [
            ("999-2020-nd-cp", "does not exist in a.csv"),
            ("24-2014-nd-cp", "not listed"),
        ]
        assert index.show("107/2020/NĐ-CP")["known"][0]["status"] == "Còn hiệu lực"
        assert index.differing() == []
    known(path, LIST.replace("14/9/2020", "15/9/2020"))
    with open_index(path) as index:
        assert {r["status"] for r in index.missing()} == {"not listed"}


def test_known_list_says_where_the_corpus_differs(tmp_path: Path) -> None:
    path = database(tmp_path / "a.db", {"a.txt": "Nghị định số 107/2020/NĐ-CP ngày 15/9/2020."})
    known(path, LIST)
    with open_index(path) as index:
        (row,) = index.differing()
        assert (row["value"], row["listed"], row["line"]) == ("2020-09-15", "2020-09-14", 2)


def test_known_list_adds_candidates(tmp_path: Path) -> None:
    texts = {
        "a.txt": "Nghị quyết số 18-NQ/TW, ngày 25/10/2017.",
        "b.txt": "Nghị quyết số 18-NQ/TW.",
    }
    path = database(tmp_path / "a.db", texts)
    with open_index(path) as index:
        assert key_of(index, "b", "c1") == "18-nq-tw_khoa-xii"
    known(path, "number,type,date\n18-NQ/TW,Nghị quyết,2022-06-16\n")
    with open_index(path) as index:
        assert key_of(index, "b", "c1") is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is empty"),
        ("số,ngày\n", "no rows"),
        ("a,b\n1,2\n", r"a\.csv:1: no column of numbers"),
        ("số,so hieu\n1/NQ-CP,2\n", r"a\.csv:1: two columns mean the same: number"),
        ("số,ngày\n1/NQ-CP,05/3/2020\n2/NQ-CP,32/3/2020\n", r"a\.csv:3: “32/3/2020” is no date"),
        ("số,ngày\nchín,05/3/2020\n", r"a\.csv:2: “chín” is no document number"),
        ("số,ngày\n1/NQ-CP,2020,thừa\n", r"a\.csv:2: 3 fields, the header has 2"),
        ("tên,ngày\nVề chợ,2020\n", r"a\.csv:2: neither a number nor a type and title"),
    ],
)
def test_wrong_list(tmp_path: Path, text: str, message: str) -> None:
    path = database(tmp_path / "a.db", {"a.txt": "Nghị định số 107/2020/NĐ-CP."})
    with pytest.raises(InputError, match=message):
        known(path, text)
    with Store.open(path) as store:
        assert not store.connection.execute(
            "SELECT 1 FROM sqlite_master WHERE name = 'known'"
        ).fetchone()


def test_exports(tmp_path: Path) -> None:
    with index_of(
        tmp_path,
        a=DECREE + "Nghị định này thay thế Nghị định số 10/2019/NĐ-CP ngày 02/02/2019.",
        b="Theo Nghị định số 12/2024/NĐ-CP; Luật Giá.",
    ) as index:
        tables = {p.stem: p for p in index.export("csv", tmp_path / "out")}
        assert set(tables) == {
            "identities", "mentions", "evidence", "candidates", "relations", "contradictions",
        }  # fmt: skip
        with tables["mentions"].open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        assert [(r["document"], r["citation"], r["key"], r["reason"]) for r in rows] == [
            ("a.txt", "c1", "10-2019-nd-cp", ""),
            ("b.txt", "c1", "12-2024-nd-cp", ""),
            ("b.txt", "c2", "", "law without year"),
        ]
        (path,) = index.export("graphml", tmp_path / "out" / "g.graphml")
        graph = networkx.read_graphml(path, force_multigraph=True)
        assert graph.edges["doc:b.txt", "12-2024-nd-cp", 0] == {
            "kind": "mention", "verb": "based_on", "count": 1,
        }  # fmt: skip
        assert graph.edges["12-2024-nd-cp", "10-2019-nd-cp", 0]["verb"] == "replaces"
        assert graph.edges["doc:a.txt", "12-2024-nd-cp", 0] == {"kind": "is"}
        (path,) = index.export("jsonld", tmp_path / "out" / "g.jsonld")
        nodes = {n["@id"]: n for n in json.loads(path.read_text("utf-8"))["@graph"]}
        decree = nodes["urn:doisoat:12-2024-nd-cp"]
        assert decree["@type"] == "Legislation"
        assert decree["replaces"] == ["urn:doisoat:10-2019-nd-cp"]
        assert decree["urn"] == "urn:lex:vn:chinh.phu:nghi.dinh:2024-02-10;12-2024-nd-cp"
        again = tmp_path / "again"
        index.export("csv", again)
        for name, path in tables.items():
            assert path.read_bytes() == (again / f"{name}.csv").read_bytes()


def test_an_empty_corpus_has_an_empty_index(tmp_path: Path) -> None:
    with index_of(tmp_path) as index:
        assert index.summary().identities == 0
        assert (index.top(), index.top("type"), index.unresolved(), index.outdated()) == ([],) * 4
        with pytest.raises(InputError, match="nothing is like it"):
            index.show("18-NQ/TW")
        (path,) = index.export("jsonld", tmp_path / "g.jsonld")
        assert json.loads(path.read_text("utf-8"))["@graph"] == []
        (path,) = index.export("graphml", tmp_path / "g.graphml")
        assert len(networkx.read_graphml(path)) == 0


@pytest.mark.parametrize(
    ("said", "urn"),
    [
        (
            (
                "18-NQ/TW",
                "Nghị quyết",
                "Ban Chấp hành Trung ương Đảng khóa XII",
                None,
                "2017-10-25",
            ),
            "urn:lex:vn:dang.cong.san.viet.nam;ban.chap.hanh.trung.uong:nghi.quyet:2017-10-25;"
            "18-nq-tw",
        ),
        (
            ("23/2023/NQ-HĐND", "Nghị quyết", "HĐND tỉnh Điện Biên", "dien-bien", "2023-12-08"),
            "urn:lex:vn;dien.bien:hoi.dong.nhan.dan:nghi.quyet:2023-12-08;23-2023-nq-hdnd",
        ),
        (
            ("72/2025/QH15", "Luật", None, None, "2025-06-16"),
            "urn:lex:vn:quoc.hoi:luat:2025-06-16;72-2025-qh15",
        ),
        (("18-NQ/TW", "Nghị quyết", "Trung ương", None, "2017-10-25"), None),
        (("18-NQ/TW", "Nghị quyết", "Bộ Chính trị", None, "2017"), None),
        (("1771/QĐ-SNV", "Quyết định", None, "ben-tre", "2021-02-03"), None),
    ],
)
def test_urn_lex(said: tuple[str, str, str | None, str | None, str], urn: str | None) -> None:
    found = urn_of(*said)
    assert found == urn
    assert found is None or URN.fullmatch(found)


# The grammar of RFC 9676 as far as these names use it.
_WORD = r"[a-z0-9][a-z0-9.]*"
URN = re.compile(
    rf"urn:lex:vn(?:;{_WORD})*:{_WORD}(?:;{_WORD})*:{_WORD}:"
    r"\d{4}-\d\d-\d\d;[a-z0-9][a-z0-9.\-]*"
)


def test_questions_use_indices(tmp_path: Path) -> None:
    text = (
        DECREE + "Nghị định này thay thế Nghị định số 10/2019/NĐ-CP; theo Điều 2 Nghị định số "
        "24/2014/NĐ-CP và Nghị quyết 18."
    )
    with index_of(tmp_path, a=text, b="Theo Nghị định số 10/2019/NĐ-CP.") as index:
        asked: list[str] = []
        index.db.set_trace_callback(asked.append)
        for name in ("10/2019/NĐ-CP", "nghị định 24"):
            index.show(name)
            index.cites(name, article="2")
            index.chains(name)
            index.together(name)
            index.why(name)
        index.stands_on("a.txt")
        index.top()
        index.top(type="Nghị định")
        index.unresolved()
        index.db.set_trace_callback(None)
        large = ("mentions", "citations", "passages", "cited", "evidence", "identities",
                 "identity_names", "identity_facts", "sections")  # fmt: skip
        for query in sorted(set(asked)):
            for *_, step in index.db.execute(f"EXPLAIN QUERY PLAN {query}"):
                scan = re.match(r"SCAN (\w+)(?! (?:USING|VIRTUAL))", step)
                table = scan and re.search(rf"(\w+)(?: AS {scan[1]}\b)", query)
                name = (table[1] if table else scan[1]) if scan else ""
                assert name not in large, f"{step}\n{query}"


def test_unresolved_mentions_are_not_sorted(tmp_path: Path) -> None:
    index_of(tmp_path, a="Theo Nghị quyết 18 và Luật Đất đai.").store.close()
    with Store.open(tmp_path / "corpus.db", write=True) as store:
        # Statistics of a corpus in which few of many mentions stay open.
        store.connection.execute(
            "UPDATE sqlite_stat1 SET stat = '120000 10 1 1' WHERE idx = 'mentions_identity'"
        )
        store.connection.execute(
            "UPDATE sqlite_stat1 SET stat = '60000 20000 2 1' WHERE idx = 'mentions_reason'"
        )
    with open_index(tmp_path / "corpus.db") as index:
        asked: list[str] = []
        index.db.set_trace_callback(asked.append)
        rows = index.unresolved()
        index.db.set_trace_callback(None)
        assert [r["reason"] for r in rows] == ["law without year", "short form"]
        plan = [step for *_, step in index.db.execute(f"EXPLAIN QUERY PLAN {asked[-1]}")]
        assert "SCAN m USING INDEX mentions_reason" in plan[0]


SHARED = Path(__file__).parents[2] / "shared" / "reports"


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/reports is not here")
def test_real_reports_are_one_corpus(tmp_path: Path) -> None:
    path = tmp_path / "shared.db"
    with Store.open(path, create=True) as store:
        for source in sorted(SHARED.iterdir()):
            if source.suffix in (".txt", ".md", ".docx", ".pdf") and source.name != "README.md":
                if ".scan." in source.name:
                    continue  # OCR has tests of its own
                document = read_path(source)
                entry = FileEntry(source.name, str(source), document.sha256)
                store.add(stored(analyse(document)), [entry], "test")
    with open_index(path) as index:
        rows = index.db.execute(
            "SELECT c.text, p.text, i.key FROM citations AS c JOIN mentions AS m USING "
            "(document, ordinal) LEFT JOIN identities AS i ON i.id = m.identity "
            "JOIN passages AS p ON p.id = c.passage"
        ).fetchall()
        assert len(rows) > 500
        for text, passage, _ in rows:  # a date on the next line may be another passage
            assert squeeze(text.split("\nN")[0]) in squeeze(passage)
        eighteen = {key for text, _, key in rows if re.search(r"\b18-NQ/TW", text)}
        assert eighteen == {"18-nq-tw_khoa-xii"}
        assert {r["key"] for r in index.find("16-NQ/TU")} == {"16-nq-tu_2018_dien-bien"}
        assert index.one("122-KH/TU")["place"] == "Lai Châu"
        local = index.db.execute(
            "SELECT key FROM identities WHERE place IS NULL AND kind = 'number' AND "
            "(number LIKE '%/TU' OR number LIKE '%UBND%' OR number LIKE '%HĐND%')"
        ).fetchall()
        assert local == []
        assert index.contradictions() == []
