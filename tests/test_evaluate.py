"""Scores against labels: what counts for, against and neither, and when a check is built."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from extract.baseline import baseline
from extract.document import Document
from extract.errors import LabelError
from extract.evaluate import KINDS, evaluate, find_text, load_labels, show, total
from extract.evaluate.mentions import score_mentions
from extract.evaluate.relations import score_checks
from extract.model import Finding, Operand, Report
from extract.pipeline import analyse
from extract.readers.text.reader import read_text

Labels = dict[str, Any]


def test_perfect_labels_score_one(labels: Labels, report: Report) -> None:
    scores = evaluate(labels, report)
    for kind in KINDS:
        tally = scores.tallies[kind]
        assert tally.f1 == 1.0, kind
        assert tally.errors_per_1000 == 0
        assert all(right == of for right, of in tally.attributes.values()), kind
    checks = scores.checks
    assert (checks.required, checks.built, checks.right) == (2, 2, 2)
    assert (checks.errors, checks.errors_found, checks.false_alarms) == (1, 1, 0)
    assert scores.faults == ()


def test_missed_and_false_are_counted(labels: Labels, report: Report) -> None:
    shifted = replace(report.quantities[0], start=report.quantities[0].start - 1)
    scores = evaluate(labels, replace(report, quantities=(shifted, *report.quantities[1:])))
    tally = scores.tallies["quantities"]
    assert (tally.required, tally.found, tally.false) == (4, 3, 1)
    assert tally.precision == tally.recall == 0.75
    assert tally.errors_per_1000 == 500
    assert [f.problem for f in tally.faults] == ["missed", "false"]


def test_optional_labels_count_neither_for_nor_against(labels: Labels, report: Report) -> None:
    labels["quantities"][0]["optional"] = True
    full = evaluate(labels, report).tallies["quantities"]
    assert (full.required, full.found, full.false, full.optional) == (3, 3, 0, 1)
    without = replace(report, quantities=report.quantities[1:], relations=())
    assert evaluate(labels, without).tallies["quantities"].errors_per_1000 == 0
    wider = replace(report.quantities[0], start=report.quantities[0].start - 3)
    overlapping = replace(report, quantities=(wider, *report.quantities[1:]))
    assert evaluate(labels, overlapping).tallies["quantities"].false == 0


@pytest.mark.parametrize(
    ("kind", "key", "value", "wrong"),
    [
        ("citations", "type", "Quy định", ["type"]),
        ("citations", "type", "QUYẾT ĐỊNH", []),
        ("citations", "date", "2021-05-03", ["date"]),
        ("citations", "issuer", "Ủy ban nhân dân xã", ["issuer"]),
        ("dates", "value", "2021-05-03", ["value"]),
        ("quantities", "value", 41, ["value"]),
        ("quantities", "value", 40.0, []),
        ("quantities", "of", 40, ["of"]),
        ("quantities", "bound", "at_least", ["bound"]),
        ("quantities", "direction", "increase", ["direction"]),
        ("quantities", "noun", "tổ tự quản", []),
        ("sections", "depth", 2, ["depth"]),
        ("sections", "title", "Kết quả", []),
        ("sections", "title", "NHIỆM VỤ", ["title"]),
        ("footnotes", "body", None, []),
    ],
)
def test_attributes(
    labels: Labels, report: Report, kind: str, key: str, value: object, wrong: list[str]
) -> None:
    if kind == "footnotes":
        del labels[kind][0][key]
        report = replace(report, footnotes=(replace(report.footnotes[0], body=None),))
        assert evaluate(labels, report).tallies[kind].found == 1
        return
    labels[kind][0][key] = value
    tally = evaluate(labels, report).tallies[kind]
    assert [f.problem.removeprefix("wrong ") for f in tally.faults] == wrong


def test_attributes_that_are_silent_on_both_sides(labels: Labels, report: Report) -> None:
    tally = evaluate(labels, report).tallies["quantities"]
    assert tally.attributes["direction"] == (4, 4)
    assert tally.attributes["direction_said"] == (2, 2)
    assert tally.attributes["bound_said"] == (0, 0)


def test_footnotes_by_line(labels: Labels, report: Report) -> None:
    labels["footnotes"] = [{"marker": "1", "ref_line": 3, "body_line": 5}]
    assert evaluate(labels, report).tallies["footnotes"].f1 == 1
    labels["footnotes"] = [{"marker": "1", "ref_line": 3, "body_line": 4}]
    assert evaluate(labels, report).tallies["footnotes"].found == 0
    labels["footnotes"] = [{"marker": "1", "ref_line": None, "body_line": 5}]  # no call
    assert evaluate(labels, report).tallies["footnotes"].found == 0
    report = replace(report, footnotes=(replace(report.footnotes[0], ref=None),))
    assert evaluate(labels, report).tallies["footnotes"].f1 == 1


@pytest.mark.parametrize(
    ("relation", "operands", "stated", "built"),
    [
        ("difference", [40, 31], 10, True),
        ("difference", [31, 40], 10, True),
        ("sum", [40, -31], 10, True),
        ("series", [40, 31], 10, True),
        ("difference", [40, 30], 10, False),
        ("difference", [40], 10, False),
        ("percent", [40, 31], 10, False),
        ("product", [40, 31], 10, False),
    ],
)
def test_built_checks(
    labels: Labels, report: Report, relation: str, operands: list[int], stated: int, built: bool
) -> None:
    labels["checks"][0] |= {"relation": relation, "operands": operands, "stated": stated}
    assert evaluate(labels, report).checks.built == 1 + built


def test_an_equation_solved_for_another_member_is_the_same(labels: Labels, report: Report) -> None:
    q = report.quantities[0]
    labels["checks"][0] |= {
        "relation": "sum", "operands": [31, 10], "stated": 40,
        "start": q.start, "end": q.end, "text": q.text,
    }  # fmt: skip
    assert evaluate(labels, report).checks.right == 2


@pytest.mark.parametrize(
    ("relation", "operands", "built"),
    [
        ("product", [5, 8], True),  # told as the average: 8 teams, 40 in all, 5 each
        ("share", [40, 8], True),
        ("share", [40, 9], False),
        ("sum", [40, 8], False),
    ],
)
def test_an_average_is_a_product_or_a_share(
    relation: str, operands: list[int], built: bool
) -> None:
    text = "40 tổ viên của 8 tổ, bình quân mỗi tổ 5 tổ viên."
    report = analyse(read_text(text, "t"))
    assert {r.kind for r in report.relations} == {"product"}  # told of the whole and of the rate
    whole, _, rate = report.quantities
    at = whole if relation == "product" else rate
    check = {
        "relation": relation, "operands": operands, "stated": int(at.value),
        "verdict": "consistent", "start": at.start, "end": at.end, "text": at.text,
    }  # fmt: skip
    assert score_checks({"checks": [check]}, report).built == built


@pytest.mark.parametrize("operands", [[9, 40], [40, 9], [40, 31], [31, 40]])
def test_percent_by_change_or_by_ends(labels: Labels, report: Report, operands: list[int]) -> None:
    labels["checks"][1]["operands"] = operands
    assert evaluate(labels, report).checks.built == 2
    labels["checks"][1]["operands"] = [9, 41]
    assert evaluate(labels, report).checks.built == 1


def test_a_fraction_stands_for_both_its_numbers(labels: Labels, report: Report) -> None:
    first = replace(report.quantities[0], of=Decimal(80))
    share = replace(report.relations[1], kind="share", operands=(Operand("q1"),))
    labels["checks"][1] |= {"relation": "share", "operands": [40, 80]}
    changed = replace(
        report,
        quantities=(first, *report.quantities[1:]),
        relations=(report.relations[0], share),
    )
    assert evaluate(labels, changed).checks.built == 2


def test_the_rest_of_a_fraction_is_a_difference_of_its_numbers(
    labels: Labels, report: Report
) -> None:
    first = replace(report.quantities[0], of=Decimal(49))
    rest = replace(report.relations[1], kind="difference", operands=(Operand("q1"),))
    labels["checks"][1] |= {"relation": "difference", "operands": [49, 40]}
    changed = replace(
        report,
        quantities=(first, *report.quantities[1:]),
        relations=(report.relations[0], rest),
    )
    assert evaluate(labels, changed).checks.built == 2


def test_the_sign_of_a_cell_may_stand_outside_its_label() -> None:
    text = "Chi hội tăng -17 người."
    labels = {
        "quantities": [{"start": 14, "end": 16, "text": "17", "value": 17, "unit": "người"}],
        "checks": [],
    }
    (q,) = analyse(read_text(text, "t")).quantities
    signed = replace(q, start=13, text="-17", value=Decimal(-17))
    report = replace(analyse(read_text(text, "t")), quantities=(signed,))
    tally = score_mentions("quantities", labels, report)
    assert (tally.found, tally.false, tally.attributes["value"]) == (1, 0, (1, 1))
    shifted = replace(signed, start=12)
    tally = score_mentions("quantities", labels, replace(report, quantities=(shifted,)))
    assert (tally.found, tally.false) == (0, 1)


def test_wrong_verdict_missed_and_false_alarm(labels: Labels, report: Report) -> None:
    turned = replace(report.relations[1], verdict="inconsistent", agreement=None)
    scores = evaluate(labels, replace(report, relations=(turned,)))
    checks = scores.checks
    assert (checks.built, checks.right, checks.errors_found, checks.false_alarms) == (1, 0, 0, 1)
    problems = [f.problem for f in checks.faults]
    assert problems == ["missed", "wrong verdict", "false alarm"]


def test_an_alarm_at_an_optional_inconsistency_is_allowed(labels: Labels, report: Report) -> None:
    labels["checks"][0]["optional"] = True
    checks = evaluate(labels, report).checks
    assert (checks.required, checks.errors, checks.false_alarms) == (1, 0, 0)
    assert (checks.optional, checks.optional_built) == (1, 1)


def test_an_error_finding_without_relation_is_an_alarm(labels: Labels, report: Report) -> None:
    stray = Finding("x9", "A199", "error", 0, 5)
    assert evaluate(labels, replace(report, findings=(stray,))).checks.false_alarms == 1
    at = report.quantities[2]
    on_label = replace(stray, start=at.start, end=at.end)
    assert evaluate(labels, replace(report, findings=(on_label,))).checks.false_alarms == 0


def test_labels_of_another_text_are_refused(labels: Labels, report: Report) -> None:
    labels["dates"][0]["start"] -= 1
    with pytest.raises(LabelError, match="another version"):
        evaluate(labels, report)


def test_label_files(tmp_path: Path, labels: Labels) -> None:
    path = tmp_path / "xa.labels.json"
    path.write_text(json.dumps(labels), encoding="utf-8")
    read = load_labels(path)
    assert read == labels
    with pytest.raises(LabelError, match="--texts"):
        find_text(path, labels)
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "xa.txt").write_text("", encoding="utf-8")
    assert find_text(path, labels, [tmp_path / "texts"]).name == "xa.txt"
    path.write_text("[]", encoding="utf-8")
    assert load_labels(path) is None
    path.write_text('{"source": "x", "dates": [{"start": 1}]}', encoding="utf-8")
    with pytest.raises(LabelError, match="dates 1 has no end, value"):
        load_labels(path)
    path.write_text('{"source": "x", "sections": [{"label": "I", "start": "9"}]}', encoding="utf-8")
    with pytest.raises(LabelError, match="start of sections 1 must be a whole number, not '9'"):
        load_labels(path)
    path.write_text("{", encoding="utf-8")
    with pytest.raises(LabelError, match="is no label file: not JSON"):
        load_labels(path)


def test_scores_add_up_and_name_gains_and_losses(labels: Labels, report: Report) -> None:
    good = evaluate(labels, report)
    worse = evaluate(labels, replace(report, dates=()))
    whole = total([good, worse])
    assert whole.documents == 2
    assert whole.tallies["dates"].recall == 0.5
    assert whole.checks.required == 4
    old = show.as_run([worse], worse, worse)
    assert json.loads(json.dumps(old))["documents"][0]["name"] == "xa.txt"
    gains = list(show.changes(old, [good]))
    assert gains[0] == "xa.txt: dates: 1 gained, 0 lost"
    assert gains[-1] == "all: 1 gained, 0 lost"
    losses = list(show.changes(show.as_run([good], good, good), [worse]))
    assert losses[-1] == "all: 0 gained, 1 lost"
    shown = list(show.misses(worse, report.document.text))
    assert shown[0].startswith("xa.txt:3: dates missed: 05/3/2021")
    assert "«05/3/2021»" in shown[1]


def test_the_naive_baseline_finds_the_obvious(document: Document, labels: Labels) -> None:
    scores = evaluate(copy.deepcopy(labels), baseline(document))
    assert scores.tallies["citations"].f1 == 1
    assert scores.tallies["dates"].f1 == 1
    assert scores.tallies["quantities"].recall == 1
    assert scores.checks.built == 0
