"""What a rule of each kind must give: the built-in rules do, a wrong one is refused by name."""

from __future__ import annotations

import inspect
import re
import tomllib
from pathlib import Path

import pytest

from conftest import OWN_RULE, ROOT
from extract.cli import main
from extract.errors import PatternError
from extract.find.binding.relations import Relations
from extract.find.dates import _READ
from extract.pipeline import analyse
from extract.readers.text.reader import read_text
from extract.rules.book import KINDS, Rule, default_rulebook, load
from extract.rules.contracts import CONTRACTS, form_of, held
from extract.rules.engine import Text
from extract.rules.prove import plain_hits, prove

RULE = """
[[pattern]]
id = "my.rule"
about = "a rule"
kind = "{kind}"
regex = '''{regex}'''
priority = 9
{set}
  [[pattern.match]]
  text = "{match}"
  [[pattern.reject]]
  text = "không có gì"
  why = "nothing of it"
"""


def own(folder: Path, kind: str, regex: str, constants: str, match: str) -> Path:
    """A folder with one rule."""
    said = f"set = {{ {constants} }}" if constants else ""
    text = RULE.format(kind=kind, regex=regex, set=said, match=match)
    (folder / "mine.toml").write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("rule", default_rulebook().rules, ids=lambda r: r.id)
def test_the_built_in_rules_keep_it(rule: Rule) -> None:
    held(rule.where, rule.kind, rule.id, rule.set, rule.pattern)
    for example in rule.match:
        text = Text.of(example.text.replace("«", "").replace("»", ""))
        hits = plain_hits(rule, text)
        assert hits and all(hit.unreadable() is None for hit in hits)


def test_every_kind_and_form_is_known() -> None:
    assert set(CONTRACTS) == KINDS
    methods = inspect.getmembers(Relations, inspect.isfunction)
    signature = ["self", "f", "at", "bond", "rule"]
    forms = {
        name[1:].replace("_", "-")
        for name, method in methods
        if [p.lstrip("_") for p in inspect.signature(method).parameters] == signature
    }
    assert set(CONTRACTS["relation"].forms) == forms
    assert set(CONTRACTS["date"].forms) == set(_READ)
    for rule in default_rulebook().rules:
        assert form_of(rule.kind, rule.id, rule.set)[1] is not None


def test_the_guide_tells_every_form_and_group() -> None:
    guide = (ROOT / "patterns" / "README.md").read_text("utf-8")
    table = guide.partition("## Groups and constants")[2].partition("\n## ")[0]
    told = set(re.findall(r"[`\"]([\w-]+)[`\"]", table))
    for kind, contract in CONTRACTS.items():
        forms = {name: form for name, form in contract.forms.items() if contract.key or not name}
        assert kind in table and set(forms) - {""} <= told, kind
        assert {group for form in forms.values() for group in form.known} <= told, kind
        assert set().union(*contract.constants.values()) <= told, kind


WRONG = [
    ("quantity", "một tá", "", "mua «một tá»", "needs the group num"),
    ("quantity", "(?P<num>[0-9]+) (?P<unti>kiện)", "", "«12 kiện»", "nothing reads the group unti"),
    ("quantity", "(?P<num>[0-9]+) kiện", 'as = "x"', "«12 kiện»", "nothing reads as in set"),
    ("claim", "vọt lên", "", "đã «vọt lên»", "set must say cue"),
    ("claim", "vọt lên", 'cue = "jump"', "đã «vọt lên»", "no cue = 'jump'; known: about"),
    ("flow", "nhập thêm", "", "đã «nhập thêm»", "set must say flow"),
    ("date", "ngày hội làng", 'as = "holiday"', "«ngày hội làng»", "no as = 'holiday'; known: day"),
    ("date", "năm nay", 'as = "year"', "«năm nay»", "needs the group y"),
    ("date", "quý (?P<quarter>[1-4])", 'as = "quarter"', "«quý 2»", "needs the group q"),
    ("citation", "văn bản số [0-9]+", "", "«văn bản số 5»", "needs the group number"),
    ("citation", "bộ luật cũ", 'as = "law"', "«bộ luật cũ»", "needs the group name / code"),
    ("structure", "khối [0-9]+", "", "«khối 5»", "set must say style"),
    ("structure", "khối [0-9]+", 'style = "part"', "«khối 5»", "needs the group label"),
    ("relation", "(?P<a>ⓝ) vọt", "", "«ⓝ vọt»", "set must say form"),
    ("relation", "(?P<a>ⓝ) vọt", 'form = "falls"', "«ⓝ vọt»", "needs the group b"),
    (
        "relation",
        "(?P<a>ⓝ) vọt (?P<b>ⓝ)",
        'form = "rises", bond = "firm"',
        "«ⓝ vọt ⓝ»",
        "no bond = 'firm'",
    ),
    (
        "relation",
        "(?P<a>ⓝ) vọt (?P<b>ⓝ)",
        'form = "rises", levels = "both"',
        "«ⓝ vọt ⓝ»",
        "no levels = 'both'; known: behind, ends, left, series, times",
    ),
]


@pytest.mark.parametrize(("kind", "regex", "constants", "match", "message"), WRONG)
def test_a_wrong_rule_is_refused_by_name(
    tmp_path: Path, kind: str, regex: str, constants: str, match: str, message: str
) -> None:
    with pytest.raises(PatternError) as caught:
        load(own(tmp_path, kind, regex, constants, match))
    assert "mine.toml: my.rule: " in str(caught.value) and message in str(caught.value)
    assert "my.rule" in caught.value.said("vi")


RIGHT = [
    ("quantity", "(?P<num>[0-9]+) kiện", "", "«12 kiện»"),
    ("claim", "vọt lên", 'cue = "increase"', "đã «vọt lên»"),
    ("flow", "nhập thêm", 'flow = "in"', "đã «nhập thêm»"),
    ("date", "ngày hội làng", 'd = "10", m = "3"', "«ngày hội làng»"),
    ("date", "(?P<d>[0-9]+)(?P<sep>[~_])(?P<m>[0-9]+)(?P=sep)", "", "«10_3_»"),
    ("citation", "bộ luật (?P<name>cũ)", 'as = "law", year = "1990"', "«bộ luật cũ»"),
    ("structure", "khối (?P<label>[0-9]+)", 'style = "part"', "«khối 5»"),
    ("relation", "(?P<a>ⓝ) vọt (?P<b>ⓝ)", 'form = "rises"', "«ⓝ vọt ⓝ»"),
]


@pytest.mark.parametrize(("kind", "regex", "constants", "match"), RIGHT)
def test_a_right_rule_is_taken_and_does_not_break(
    tmp_path: Path, kind: str, regex: str, constants: str, match: str
) -> None:
    book = load(own(tmp_path, kind, regex, constants, match))
    assert [p for p in prove(book, timing=False) if p.rule == "my.rule"] == []
    text = "khối 5 có 12 kiện, 40 hộ vọt 31 hộ, đã vọt lên, nhập thêm ngày hội làng, bộ luật cũ."
    analyse(read_text(text, "t"), book)


UNREAD = [
    ("quantity", "(?P<num>một tá)", "", "mua «một tá»", "mua một tá trứng", "num is 'một tá'"),
    ("quantity", "(?P<num>[0-9])? ?tá", "", "mua «2 tá»", "mua một tá", "group num empty"),
    ("date", "hôm (?P<d>\\w+)/(?P<m>\\w+)", "", "«hôm 1/2»", "hôm một/hai", "d is 'một'"),
    (
        "relation",
        "ⓝ(?P<a> vọt) (?P<b>ⓝ)",
        'form = "rises"',
        "«ⓝ vọt ⓝ»",
        "từ 40 tấn vọt 31 tấn",
        "a is ' vọt'",
    ),
]


@pytest.mark.parametrize(("kind", "regex", "constants", "match", "text", "message"), UNREAD)
def test_a_value_that_cannot_be_read_names_the_rule(
    tmp_path: Path, kind: str, regex: str, constants: str, match: str, text: str, message: str
) -> None:
    book = load(own(tmp_path, kind, regex, constants, match))
    with pytest.raises(PatternError) as caught:
        analyse(read_text(text, "t"), book)
    assert "mine.toml: my.rule: " in str(caught.value) and message in str(caught.value)
    if re.fullmatch(".*(một tá|ⓝ).*", match):
        assert any(message in p.message for p in prove(book, timing=False))


def test_a_set_that_is_no_table_is_refused(tmp_path: Path) -> None:
    text = RULE.format(kind="date", regex="năm nay", set='set = "year"', match="«năm nay»")
    (tmp_path / "mine.toml").write_text(text, "utf-8")
    with pytest.raises(PatternError, match=r"my\.rule: set must be a table"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("[[pattern]]", "[pattern]"), r"mine\.toml: write \[\[pattern\]\]"),
        (("priority = 9", "needs = [1]"), r"my\.rule: needs must be a list"),
        (("priority = 9", "starts = [1]"), r"my\.rule: starts must be"),
        (('text = "không có gì"', "text = 1"), r"my\.rule: reject 1: text must be a text"),
    ],
)
def test_values_of_another_kind_are_refused(
    tmp_path: Path, change: tuple[str, str], message: str
) -> None:
    text = RULE.format(kind="claim", regex="vọt", set='set = { cue = "to" }', match="«vọt»")
    (tmp_path / "mine.toml").write_text(text, "utf-8")
    load(tmp_path)
    (tmp_path / "mine.toml").write_text(text.replace(*change), "utf-8")
    with pytest.raises(PatternError, match=message):
        load(tmp_path)


def test_a_folder_without_rules_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PatternError, match="has neither rules"):
        load(tmp_path)


def guide_rule() -> str:
    """The rule that patterns/README.md shows."""
    guide = (ROOT / "patterns" / "README.md").read_text("utf-8")
    return re.findall(r"^```toml\n(.*?)^```", guide, re.M | re.S)[0]


@pytest.mark.parametrize("rule", [guide_rule(), OWN_RULE], ids=["guide", "tests"])
def test_the_rules_shown_work(
    rule: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "date.toml").write_text(rule, "utf-8")
    report = tmp_path / "report.txt"
    report.write_text("Thu ngân sách quý I/2024 tăng, nhất là vào ngày hội làng này.\n", "utf-8")
    for command in (["patterns", "check"], ["check", str(report)]):
        with pytest.raises(SystemExit) as ended:
            main([*command, "--patterns", str(tmp_path / "mine")])
        assert ended.value.code == 0, capsys.readouterr()
    assert "D401" not in capsys.readouterr().out
    book = load(tmp_path / "mine")
    dates = analyse(read_text(report.read_text("utf-8"), "t"), book).dates
    rule_id = tomllib.loads(rule)["pattern"][0]["id"]
    values = {d.rule: d.value for d in dates}
    assert values[rule_id] == ("2024-Q1" if rule_id == "date.quarter" else "XXXX-03-10")


@pytest.mark.parametrize(
    ("levels", "text", "verdict"),
    [
        ("left", "Đã xử lý xong 75 thửa, teo về 31 thửa, giảm 9 thửa.", None),
        ("", "Đã xử lý xong 75 thửa, teo về 31 thửa, giảm 9 thửa.", "inconsistent"),
        ("left", "Xã có 75 thửa, teo về 31 thửa, giảm 9 thửa.", "inconsistent"),
        ("left", "Xã có 75 thửa, teo về 31 thửa, giảm 44 thửa.", "consistent"),
    ],
)
def test_a_rule_of_ones_own_says_what_its_levels_are(
    tmp_path: Path, levels: str, text: str, verdict: str | None
) -> None:
    said = 'form = "difference", bond = "strong"' + (f', levels = "{levels}"' if levels else "")
    regex = "(?P<a>ⓝ) thửa, teo về (?P<b>ⓝ) thửa, giảm (?P<c>ⓓ)"
    book = load(own(tmp_path, "relation", regex, said, "có «ⓝ thửa, teo về ⓝ thửa, giảm ⓓ» thửa"))
    told = [x for x in analyse(read_text(text, "x"), book).relations if x.kind == "difference"]
    assert [x.verdict for x in told] == ([verdict] if verdict else [])
