"""The citation index: identities over a corpus, their evidence, relations, questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.errors import InputError
from extract.index import build, is_fresh, open_index
from extract.index.opened import Ambiguous
from extract.store.database import Store
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
