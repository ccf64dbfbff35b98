"""Who signed: names in capitals, ranks, and the column of the signature run into the recipients."""

from __future__ import annotations

import pytest

from extract.pipeline import analyse
from extract.readers.text.reader import read_text

BODY = "BÁO CÁO\nKết quả trồng rừng\n\nI. Kết quả\n\nXã đã trồng xong 12 ha rừng./.\n\n"
RECIPIENTS = "Nơi nhận:\n- UBND huyện;\n- Lưu: VT.\n"


def signer(ending: str) -> str | None:
    return analyse(read_text(BODY + ending, "a.txt")).metadata.signer


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nGIÀNG A THỬ\n", "Giàng A Thử"),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTRẦN THỊ THỬ\n", "Trần Thị Thử"),
        ("CHỈ HUY TRƯỞNG\nTrung tá Bàn Văn Thử\n", "Bàn Văn Thử"),
        ("HIỆU TRƯỞNG\nPGS.TS. Đàm Bá Thử\n", "Đàm Bá Thử"),
        ("TRƯỞNG CÔNG AN XÃ\nĐại úy Vi Văn Thử\n", "Vi Văn Thử"),
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nỦY VIÊN BAN CHẤP HÀNH\n", None),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTHÁI NGUYÊN\n", None),
        ("GIÀNG A THỬ\n", None),
        ("CHỦ TỊCH\nY Thử Niê\n", "Y Thử Niê"),
        ("CHỦ TỊCH Lâm Văn Thử\n", "Lâm Văn Thử"),
    ],
)
def test_names_under_titles(lines: str, name: str | None) -> None:
    assert signer(RECIPIENTS + lines) == name


@pytest.mark.parametrize(
    ("ending", "name"),
    [
        (
            "Nơi nhận: TM. ỦY BAN NHÂN DÂN\n- Như Điều 2; KT. CHỦ TỊCH\n"
            "- Lưu: VT, NN. PHÓ CHỦ TỊCH\nVàng Thị Thử\n",
            "Vàng Thị Thử",
        ),
        ("Nơi nhận:\n- Chính phủ; CHỦ TỊCH\n- Lưu: VT.\nHứa Văn Thử\n", "Hứa Văn Thử"),
        (
            "Nơi nhận: - Như trên; - Lưu: VT. TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH "
            "Vàng Thị Thử\n",
            "Vàng Thị Thử",
        ),
        ("Nơi nhận:\n- Chủ tịch UBND tỉnh;\n- Sở Nội vụ; Bí thư Huyện ủy;\n- Lưu: VT.\n", None),
    ],
)
def test_the_column_of_the_signature_beside_the_recipients(ending: str, name: str | None) -> None:
    assert signer(ending) == name


def test_a_signature_without_recipients_above_an_annex() -> None:
    annex = (
        "PHỤ LỤC I\nĐƠN GIÁ TRỒNG RỪNG\n(Kèm theo Quyết định số 12/QĐ-UBND ngày 03/4/2031)\n"
        "1. Đơn giá đã gồm công chăm sóc.\n2. Đơn giá chưa gồm thuế.\n"
    )
    order = "QUYẾT ĐỊNH\nVề đơn giá\n\nĐiều 1. Ban hành đơn giá.\n\n"
    name = "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\nLục Văn Thử\n"
    assert analyse(read_text(order + name + annex, "a.txt")).metadata.signer == "Lục Văn Thử"
    assert analyse(read_text(order + annex, "a.txt")).metadata.signer is None
