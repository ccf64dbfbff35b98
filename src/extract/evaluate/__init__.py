"""Precision and recall against labelled documents, attributes, and announced checks.

`evaluate(labels, report)` scores one document; scores add up (`total`). How a label and a result
are matched is written at `extract.evaluate.mentions` and `extract.evaluate.relations`.
"""

from __future__ import annotations

from extract.evaluate.labels import Labels, find_text, load_labels
from extract.evaluate.mentions import score_mentions
from extract.evaluate.relations import score_checks
from extract.evaluate.scores import KINDS, CheckTally, Fault, Scores, Tally, total
from extract.model import Report

__all__ = [
    "KINDS",
    "CheckTally",
    "Fault",
    "Labels",
    "Scores",
    "Tally",
    "evaluate",
    "find_text",
    "load_labels",
    "total",
]


def evaluate(labels: Labels, report: Report) -> Scores:
    """Score what was found in one document against its labels.

    Takes the label object (keys of the contract, a subset) and the report of the same text;
    raises LabelError where a label does not stand in that text.
    """
    tallies = {kind: score_mentions(kind, labels, report) for kind in KINDS if kind in labels}
    checks = score_checks(labels, report) if "checks" in labels else CheckTally()
    return Scores(name=str(labels["source"]), documents=1, tallies=tallies, checks=checks)
