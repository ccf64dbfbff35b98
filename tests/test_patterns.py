"""The rulebook: proved as shipped, and wrong rules refused with a name."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.errors import PatternError
from extract.pipeline import analyse
from extract.readers.text.reader import read_text
from extract.rules.book import Rulebook, default_rulebook, load
from extract.rules.explain import compete, explain
from extract.rules.prove import prove
from extract.rules.sources import patterns_home

RULE = """
[[pattern]]
id = "my.rule"
about = "a rule"
kind = "quantity"
regex = '''(?P<num>[0-9]+) kiện'''
starts = "digit"
priority = 20
  [[pattern.match]]
  text = "nhận «12 kiện» hàng"
  [[pattern.reject]]
  text = "nhận hàng"
  why = "no number"
"""


def write(folder: Path, text: str, name: str = "mine.toml") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")
    return folder


def test_shipped_rules_are_proved() -> None:
    assert [f"{p.rule}: {p.message}" for p in prove(default_rulebook(), timing=False)] == []


def test_every_word_list_names_its_source() -> None:
    for path in (patterns_home() / "lexicon").glob("*.txt"):
        assert path.read_text("utf-8").startswith("# "), path.name


def test_user_rule_is_added(tmp_path: Path) -> None:
    book = load(write(tmp_path / "p", RULE))
    assert book.rule("my.rule").user
    report = analyse(read_text("Đã nhận 12 kiện hàng.", "t"), book)
    assert [q.rule for q in report.quantities] == ["my.rule"]


def test_user_word_list_adds_a_unit(tmp_path: Path) -> None:
    folder = tmp_path / "p"
    (folder / "lexicon").mkdir(parents=True)
    (folder / "lexicon" / "don_vi_do.txt").write_text("# của tôi\nsào\n", "utf-8")
    report = analyse(read_text("Mỗi hộ được 3,5 sào ruộng.", "t"), load(folder))
    assert [(str(q.value), q.unit) for q in report.quantities] == [("3.5", "sào")]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("regex =", "regexp ="), "unknown key regexp"),
        (("[0-9]+", "{khong_co}"), "no part or word list {khong_co}"),
        (("[0-9]+)", "[0-9]+"), "does not compile"),
        (("«12 kiện»", "12 kiện"), "must mark its span"),
        (("[[pattern.reject]]", "[[pattern.match]]"), "why"),
        (('why = "no number"', ""), "must say why"),
        (('kind = "quantity"', 'kind = "money"'), "kind must be one of"),
    ],
)
def test_wrong_rules_are_refused(tmp_path: Path, change: tuple[str, str], message: str) -> None:
    folder = write(tmp_path / "p", RULE.replace(*change))
    with pytest.raises(PatternError) as caught:
        load(folder)
    assert "mine.toml" in str(caught.value)
    assert message in str(caught.value) or "match 2 must mark" in str(caught.value)


def test_cyclic_parts_are_refused(tmp_path: Path) -> None:
    parts = "[parts]\nva = '{vb}'\nvb = '{va}'\n"
    folder = write(tmp_path / "p", parts + RULE.replace("[0-9]+", "{va}"))
    with pytest.raises(PatternError, match="refers to itself"):
        load(folder)


def test_double_ids_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PatternError, match=r"stands in .* already"):
        load(write(tmp_path / "p", RULE + RULE))


def test_wrong_examples_are_problems(tmp_path: Path) -> None:
    text = RULE.replace("nhận «12 kiện» hàng", "nhận «12» kiện hàng")
    book = load(write(tmp_path / "p", text))
    problems = [p for p in prove(book, timing=False) if p.rule == "my.rule"]
    assert len(problems) == 1
    assert "12 kiện" in problems[0].message


def test_a_prefilter_that_hides_matches_is_a_problem(tmp_path: Path) -> None:
    text = RULE.replace('starts = "digit"', 'starts = ["giao"]')
    book = load(write(tmp_path / "p", text))
    problems = [p for p in prove(book, timing=False) if p.rule == "my.rule"]
    assert any("prefilter changes the result" in p.message for p in problems)


def test_slow_rules_are_problems(tmp_path: Path) -> None:
    slow = RULE.replace("(?P<num>[0-9]+) kiện", "(?P<num>[0-9]+) kiện|(?:[a-z]+ ?)+!")
    slow = slow.replace('starts = "digit"\n', "")
    book = load(write(tmp_path / "p", slow))
    mine = tuple(r for r in book.rules if r.id == "my.rule")
    problems = prove(Rulebook(mine, book.lexicon, book.parts))
    assert any(p.message.startswith("takes") for p in problems)


def test_explain_says_why_one_won() -> None:
    text = "Tính đến năm 2020 có 15 xã."
    document = read_text(text, "t.txt")
    rows = compete(document, text.index("2020"), default_rulebook())
    fates = {r.hit.rule.kind: r.outcome for r in rows}
    assert fates["date"] == "won"
    assert fates["quantity"].startswith("lost: its digits belong to the date")
    assert "no rule matches" in explain(document, text.index("xã"), default_rulebook())
