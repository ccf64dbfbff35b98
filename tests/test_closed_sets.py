"""The closed sets of the model: what is told of their values is told of every one of them."""

from __future__ import annotations

from typing import Any, get_args

from extract.check.messages import CODE
from extract.evaluate.relations import _FAMILY
from extract.model import Bond, Confidence, Formula, Grain, Kind, Scope, SectionKind
from extract.output.contract import schema
from extract.rules.contracts import CONTRACTS
from extract.values.formula import _JUDGED
from extract.values.formulas import FORMULAS


def test_every_formula_is_computed_in_one_place() -> None:
    assert not set(FORMULAS) & set(_JUDGED)
    assert set(FORMULAS) | set(_JUDGED) | {"count", "whole"} == set(get_args(Formula))


def test_every_kind_of_relation_has_a_code_and_a_family() -> None:
    kinds = set(get_args(Kind)) - {"table"}  # its rule tells the code, and it may be of any family
    assert set(CODE) == kinds
    assert set(_FAMILY) == kinds


def test_rules_give_bonds_that_exist() -> None:
    assert CONTRACTS["relation"].constants["bond"] < set(get_args(Bond))


def test_the_schema_tells_the_values() -> None:
    def enum(rows: str, key: str) -> tuple[str, ...]:
        return tuple(schema()["properties"][rows]["items"]["properties"][key]["enum"])

    assert set(enum("relations", "kind")) == set(get_args(Kind))
    assert enum("relations", "scope") == get_args(Scope)
    assert enum("sections", "kind") == get_args(SectionKind)
    assert enum("dates", "grain") == get_args(Grain)
    findings: dict[str, Any] = schema()["properties"]["findings"]["items"]["properties"]
    found = findings["suggestions"]["items"]["properties"]["confidence"]["enum"]
    assert tuple(found) == get_args(Confidence)
