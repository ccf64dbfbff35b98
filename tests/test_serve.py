"""doisoat serve: the pages answer the questions of the index, for reading only."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

import pytest

from extract.pipeline import analyse
from extract.readers.files import read_path
from extract.serve import site
from extract.serve.questions import QUESTIONS
from extract.store.database import FileEntry, Store
from extract.store.records import stored

pytest.importorskip("datasette", reason="Datasette (the extra serve) is not installed")

TEXTS = {
    "mot.txt": "BÁO CÁO\n\nCăn cứ Nghị định số 178/2024/NĐ-CP ngày 31/12/2024 của Chính phủ, thực "
    "hiện Nghị quyết số 18-NQ/TW ngày 25/10/2017, toàn xã từ 40 tổ xuống còn 31 tổ, giảm 10 tổ.\n",
    "hai.txt": "KẾ HOẠCH\n\nThực hiện khoản 2 Điều 5 Nghị định số 178/2024/NĐ-CP ngày 31/12/2024 "
    "của Chính phủ và Nghị quyết số 18-NQ/TW, xã sắp xếp tổ dân phố.\n",
    "ba.txt": "TỜ TRÌNH\n\nTheo quy định tại các điểm a, b khoản 1 và khoản 3 Điều 7 Nghị định số "
    "45/2021/NĐ-CP ngày 31/3/2021 của Chính phủ và Quyết định số 543/QĐ-UBND ngày 05/7/2018 của "
    "UBND tỉnh Điện Biên.\n",
}


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("serve")
    path = folder / "kho.db"
    with Store.open(path, write=True, create=True) as store:
        for name, text in TEXTS.items():
            file = folder / name
            file.write_text(text, "utf-8")
            document = read_path(file)
            entry = FileEntry(name, str(file), document.sha256)
            store.add(stored(analyse(document)), [entry], "test")
    return path


@pytest.fixture(scope="module")
def address(database: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "extract.cli", "serve", str(database), "--port", "0"]
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )
    assert process.stdout is not None and process.stderr is not None
    found = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
    if found is None:
        process.kill()
    assert found is not None, process.stderr.read()
    yield found[0]
    process.send_signal(signal.SIGINT)
    assert process.wait(20) == 0


def rows(address: str, slug: str, **fields: str) -> list[dict[str, object]]:
    with urlopen(f"{address}kho/{slug}.json?_shape=array&{urlencode(fields)}") as answer:
        found = json.load(answer)
    assert isinstance(found, list), found
    return found


def test_who_cites_a_document(address: str) -> None:
    found = rows(address, "ai-vien-dan", so_hieu="nghị định 178/2024/nđ-cp", dieu="")
    assert [r["Văn bản"] for r in found] == ["mot.txt", "hai.txt"]
    assert [r["Quan hệ"] for r in found] == ["căn cứ", "thực hiện"]
    only = rows(address, "ai-vien-dan", so_hieu="178/2024/NĐ-CP", dieu="5")
    assert [(r["Văn bản"], r["Điều khoản"]) for r in only] == [("hai.txt", "khoản 2 Điều 5")]
    assert "sắp xếp tổ dân phố" in str(only[0]["Đoạn trích"])


@pytest.mark.parametrize("pin", ["7", "7 1", "7 1 b", "7 3", " 7  1  B "])
def test_who_cites_a_part_of_a_list(address: str, pin: str) -> None:
    fields = dict(zip(("dieu", "khoan", "diem"), pin.split(), strict=False))
    found = rows(address, "ai-vien-dan", so_hieu="45/2021/NĐ-CP", **fields)
    assert [r["Văn bản"] for r in found] == ["ba.txt"]
    assert rows(address, "ai-vien-dan", so_hieu="45/2021/NĐ-CP", dieu="7", khoan="2") == []


@pytest.mark.parametrize("place", ["Điện Biên", "điện biên", "dien-bien"])
def test_most_cited_of_a_place(address: str, place: str) -> None:
    found = rows(address, "dan-nhieu-nhat", noi=place)
    assert [r["Số hiệu"] for r in found] == ["543/QĐ-UBND"]


def test_most_cited_of_an_issuer(address: str) -> None:
    found = rows(address, "dan-nhieu-nhat", co_quan="chính phủ", loai="nghi dinh")
    assert [r["Số hiệu"] for r in found] == ["178/2024/NĐ-CP", "45/2021/NĐ-CP"]
    assert rows(address, "dan-nhieu-nhat", co_quan="Quốc hội") == []


def test_search_without_diacritics(address: str) -> None:
    assert [r["Văn bản"] for r in rows(address, "tim-doan", tim="sap xep to dan pho")] == [
        "hai.txt"
    ]
    assert rows(address, "tim-doan", tim='" OR ( *') == []


def test_what_a_document_stands_on(address: str) -> None:
    found = rows(address, "can-cu", ten_tep="mot.txt")
    assert [r["Số hiệu"] for r in found] == ["178/2024/NĐ-CP", "18-NQ/TW"]


def test_findings_with_their_sentence(address: str) -> None:
    found = rows(address, "so-lieu-khong-khop", ma="a101")
    assert [r["Văn bản"] for r in found] == ["mot.txt"]
    assert "giảm 10 tổ" in str(found[0]["Đoạn trích"])


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda q: q.slug)
def test_every_question_is_answered(address: str, question: object) -> None:
    q = next(q for q in QUESTIONS if q == question)
    values = dict.fromkeys((name for name, _ in q.fields), "")
    page = urlopen(f"{address}kho/{q.slug}?{urlencode(values)}").read().decode("utf-8")
    assert q.title in page
    assert "message-error" not in page
    assert isinstance(rows(address, q.slug, **values), list)


def test_nothing_can_be_written(address: str) -> None:
    for sql in ("delete from documents", "insert into files values ('x', 'x', 'x', null)"):
        with pytest.raises(HTTPError) as refused:
            urlopen(f"{address}kho.json?sql={quote(sql)}")
        assert refused.value.code == 400
    with pytest.raises(HTTPError):
        urlopen(Request(f"{address}kho/documents", b"x=1", method="POST"))
    assert len(rows(address, "documents")) == len(TEXTS)


def test_results_lead_on(address: str) -> None:
    page = urlopen(f"{address}kho/ai-vien-dan?{urlencode({'so_hieu': '18-NQ/TW', 'dieu': ''})}")
    text = page.read().decode("utf-8")
    assert '/kho/can-cu?ten_tep=mot.txt"' in text
    assert "/kho/ai-vien-dan?so_hieu=18-nq-tw" in text


def test_in_a_browser(address: str, tmp_path: Path) -> None:
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not chromium or not driver:
        pytest.skip("no Chromium with its driver: apt install chromium chromium-driver")
    from selenium import webdriver
    from selenium.webdriver.common.by import By

    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    quiet = "headless no-sandbox disable-gpu disable-quic no-first-run disable-sync"
    for flag in (*quiet.split(), "disable-background-networking", "disable-component-update"):
        options.add_argument(f"--{flag}")
    options.add_argument(f"--user-data-dir={tmp_path / 'profile'}")
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    try:
        browser.get(address)
        browser.find_element(By.ID, "ai-vien-dan-so_hieu").send_keys("18-NQ/TW\n")
        table = browser.find_element(By.CSS_SELECTOR, "table.rows-and-columns").text
        assert "mot.txt" in table and "hai.txt" in table
        assert "Xem" in browser.find_element(By.CSS_SELECTOR, "input[type=submit]").get_attribute(
            "value"
        )
        assert browser.save_screenshot(str(tmp_path / "page.png"))
        assert (tmp_path / "page.png").stat().st_size > 10_000
    finally:
        browser.quit()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGTERM to send")
def test_kill_ends_datasette_too(database: Path) -> None:
    command = [sys.executable, "-m", "extract.cli", "serve", str(database), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        assert process.stdout is not None
        found = re.search(r"http://127\.0\.0\.1:\d+/", process.stdout.readline())
        assert found is not None
        process.terminate()
        assert process.wait(20) == 0
    with pytest.raises(URLError):
        urlopen(found[0])


def test_a_port_that_is_taken(address: str, database: Path) -> None:
    port = address.rstrip("/").rpartition(":")[2]
    command = [sys.executable, "-m", "extract.cli", "serve", str(database), "--port", port]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.returncode == 2
    assert "cannot listen there" in run.stderr and "--port" in run.stderr


def test_no_database(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "extract.cli", "serve", str(tmp_path / "none.db")]
    env = os.environ | {"LANG": "C.UTF-8"}
    run = subprocess.run(
        command, capture_output=True, text=True, encoding="utf-8", check=False, env=env
    )
    assert run.returncode == 2
    assert "none.db" in run.stderr and "Traceback" not in run.stderr


def test_only_this_machine_unless_asked() -> None:
    assert site.is_loopback("127.0.0.1") and site.is_loopback("localhost")
    assert not site.is_loopback("0.0.0.0")
