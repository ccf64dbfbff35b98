"""What the program reads of each kind of rule: its named groups, and the constants in `set`.

One table for all kinds. The loader holds every rule of a user against it (`held`), the engine
every hit of such a rule (`readable`), `extract.rules.prove` every example; the tests do so for the
built-in rules. patterns/README.md tells the same in words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from extract.rules import faults
from extract.values.dates import number
from extract.values.numerals import SCALE, parse_digits

Said = tuple[str, str]  # in English and in Vietnamese


@dataclass(frozen=True, slots=True)
class Form:
    """The groups of one form of a rule, as names parted by blanks.

    Every match must fill those of `must` ("name|code": one of the two); those of `may` are read
    where they are filled. `own`: the values are read in a way of their own; `even`: groups that
    take part equally often.
    """

    must: str = ""
    may: str = ""
    own: bool = False
    even: str = ""

    @property
    def known(self) -> tuple[str, ...]:
        """All groups that are read."""
        return tuple(self.must.replace("|", " ").split() + self.may.split())


@dataclass(frozen=True, slots=True)
class Contract:
    """What rules of one kind give.

    `key` is the constant that names a rule's form ("" where its id does), `default` the form of
    a rule that names none ("" where it must). `constants` are further keys of `set`, each with
    its values; `given` the groups that a constant may stand for.
    """

    key: str
    forms: Mapping[str, Form]
    default: str = ""
    constants: Mapping[str, frozenset[str]] = field(default_factory=dict)
    given: frozenset[str] = frozenset()


def _forms(names: str, form: Form) -> dict[str, Form]:
    return dict.fromkeys(names.split(), form)


_CITED = Form("number", "type")
_MEASURE = "unit scale scale2 pct per"
_SPOKEN = Form("", "unit tail of top", own=True)
_THREE, _RATED = Form("a b c"), Form("c p")
CONTRACTS: Mapping[str, Contract] = {
    "citation": Contract(
        "as",
        {
            "mention": Form("number", "type issuer"),
            **_forms("abbreviated short bare", _CITED),
            "list": Form("number", "type last middle"),
            "law": Form("name|code", "type number year amended term"),
            "session": Form("name", "type number year code amended term issuer"),
            "dated": Form("type"),
            "alias": Form("", "type"),
        },
        default="mention",
        given=frozenset({"type", "number", "year", "last", "code", "amended", "term"}),
    ),
    "date": Contract(
        "as",
        {
            "day": Form("d m", "y"),
            "month": Form("m y"),
            "quarter": Form("q", "y"),
            "months": Form("n", "part y"),
            "year": Form("y"),
            "years": Form("a b", "cue"),
        },
        default="day",
        given=frozenset({"d", "m", "y", "q", "n", "part", "a", "b", "cue"}),
    ),
    "quantity": Contract(
        "",
        {
            "": Form("num", f"{_MEASURE} pb"),
            **_forms("qty.words qty.spelled qty.multiple qty.half", _SPOKEN),
            "qty.compound": Form("a sa", "half b sb c sc d unit", own=True),
            "qty.spaced": Form("num", f"of to {_MEASURE}", own=True),
            **_forms("qty.gapped qty.crooked", Form("num", _MEASURE, own=True)),
            "qty.broken": Form("", own=True),
            "qty.fraction": Form("num of", _MEASURE),
            "qty.range": Form("a b", f"pa sa ua pb {_MEASURE}", own=True),
        },
    ),
    "claim": Contract(
        "cue",
        _forms(
            "increase decrease from to level base remaining at_least at_most more_than less_than "
            "about target forecast plan norm parts partial",
            Form(),
        ),
    ),
    "flow": Contract(
        "flow",
        _forms("opening in out receipt lend due closing left stand other untold", Form()),
    ),
    "structure": Contract(
        "style",
        {
            **_forms(
                "part chapter section subsection article annex roman upper number decimal letter "
                "close paren pletter lroman",
                Form("label"),
            ),
            "word": Form("", "label"),
        },
        given=frozenset({"label"}),
    ),
    "relation": Contract(
        "form",
        {
            **_forms("difference remainder balance net while", _THREE),
            "marks": Form("a b c", even="a c"),
            "planned-left": Form("a b c", "p"),
            "above-aim": Form("a b c"),
            **_forms("change-back shortfall beyond", Form("a c")),
            "changes-in-turn": Form("a b c d"),
            "two-changes": Form("a b u d"),
            **_forms("change-rate change-far-rate", _RATED),
            "change-of": Form("a c p"),
            **_forms("growth growth-bare", Form("a b p")),
            **_forms("growth-back index-excess", Form("a p")),
            "growth-pair": Form("a b p r"),
            **_forms("falls rises falls-back rises-back", Form("a b")),
            **_forms("share share-of", Form("x y p")),
            "funded": Form("p x"),
            **_forms("share-back share-ahead", Form("y p")),
            "pairwise": Form("a b x y p r"),
            "sum": Form("x t"),
            **_forms("product multiple", Form("n r t")),
            "times": Form("x y k"),
            "times-back": Form("y k"),
            "fraction": Form("f p"),
            "quotient": Form("f n"),
            "told-fraction": Form("f x", "y"),
            **_forms("gap fraction-left", Form("f c")),
            "without": Form("c b"),
        },
        constants={
            "bond": frozenset(
                {"strong", "plain", "near", "weak", "wide", "slip", "silent", "unexplained"}
            ),
            "levels": frozenset({"times", "series", "left", "behind", "ends"}),
        },
    ),
}


def _number(text: str) -> bool:
    try:
        parse_digits(text)
    except (ArithmeticError, ValueError):
        return False
    return re.fullmatch(r"[0-9][0-9.,]*", text) is not None


def _like(expression: str) -> Callable[[str], bool]:
    return lambda text: re.fullmatch(expression, text) is not None


def _scale(text: str) -> bool:
    return text.strip(" .") in SCALE


def _law(text: str) -> bool:
    from extract.rules.wording import pairs  # which reads rules itself

    return text.upper() in pairs("viet_tat_luat")


def _month(text: str) -> bool:
    return re.fullmatch("[0-9]{1,2}", text) is not None or number(text) > 0


def _quarter(text: str) -> bool:
    return re.fullmatch("[0-9]{1,2}|[ivx]{1,4}", text) is not None or number(text) > 0


_FIGURE = _like(r"[ⓝⓓⓤⓟⓠⓡⓕⓚⓧ].*")
_VALUES: Mapping[str, Mapping[str, tuple[str, Callable[[str], bool]]]] = {
    "date": {
        "d": ("[0-9]{1,2}", _like("[0-9]{1,2}")),
        "m": ("[0-9]{1,2}, một … mười hai", _month),
        "y": ("[0-9]{4}", _like("[0-9]{4}|[0-9]{2}")),
        "q": ("1 … 4, i … iv, một … bốn", _quarter),
        "a": ("[0-9]{4}", _like("[0-9]{4}")),
        "b": ("[0-9]{4}", _like("[0-9]{4}|[0-9]{2}")),
    },
    "quantity": {
        **dict.fromkeys(("num", "of"), ("[0-9.,]+", _number)),
        **dict.fromkeys(("scale", "scale2"), (", ".join(SCALE), _scale)),
    },
    "citation": {"code": ("lexicon/viet_tat_luat.txt", _law)},
    "structure": {"label": ("[^ ]+", lambda text: bool(text.strip()))},
    "relation": {
        **dict.fromkeys("abcdkprtuxyn", ("ⓝ, ⓓ, ⓤ, ⓟ, …", _FIGURE)),
        "f": ("ⓕ", _like("ⓕ.*")),
    },
}
_CALLED = re.compile(r"\(\?P=(\w+)\)|\(\?\((\w+)\)|\(\?(?:&|P>)(\w+)\)|\\g<(\w+)>")


def form_of(kind: str, rule_id: str, constants: Mapping[str, str]) -> tuple[str, Form | None]:
    """The name of a rule's form, and the form; None where there is none of this name."""
    contract = CONTRACTS[kind]
    if not contract.key:
        return "", contract.forms.get(rule_id, contract.forms[""])
    name = constants.get(contract.key, contract.default)
    return name, contract.forms.get(name)


def held(where: str, kind: str, rule_id: str, constants: Mapping[str, str], pattern: Any) -> None:
    """Hold a rule against the contract of its kind; `pattern` is its compiled regex.

    PatternError, with what is missing and what is known, where it does not keep it.
    """
    contract = CONTRACTS[kind]
    name, form = form_of(kind, rule_id, constants)
    if form is None:
        raise faults.unknown_value(where, contract.key, name, contract.forms)
    allowed = {contract.key, *contract.constants, *(contract.given & set(form.known))} - {""}
    if strange := set(constants) - allowed:
        raise faults.unknown_constants(where, strange, allowed)
    for key, values in contract.constants.items():
        if key in constants and constants[key] not in values:
            raise faults.unknown_value(where, key, constants[key], values)
    groups = set(pattern.groupindex)
    told = f"{kind}, {contract.key} = {name!r}" if contract.key else kind
    for one in form.must.split():
        if not set(one.split("|")) & (groups | set(constants)):
            raise faults.missing_group(where, told, one.split("|"), form.known)
    called = {name for names in _CALLED.findall(pattern.pattern) for name in names}
    if unread := groups - {*form.known, "span"} - called:
        raise faults.unread_groups(where, told, unread, form.known)


def unreadable(kind: str, rule_id: str, constants: Mapping[str, str], match: Any) -> Said | None:
    """What is wrong with the values that a match gives to the groups of its rule; None where
    all of them can be read."""
    _, form = form_of(kind, rule_id, constants)
    if form is None or form.own:
        return None
    filled = {k: v for k, v in match.groupdict().items() if v is not None}
    values = {**constants, **filled}
    for one in form.must.split():
        if not set(one.split("|")) & set(values):
            return faults.unfilled(match[0], one.split("|"))
    for name in form.known:
        wanted, readable = _VALUES.get(kind, {}).get(name, ("", None))
        if readable is None or name not in values:
            continue
        for text in _all(match, name) if name in filled else [values[name]]:
            if not readable(text):
                return faults.unreadable(match[0], name, text, wanted)
    if len({len(list(_all(match, name))) for name in form.even.split()}) > 1:
        return faults.uneven(match[0], form.even.split())
    return None


def _all(match: Any, name: str) -> Iterable[str]:
    """Every text that a group took: `regex` tells all, `re` the last."""
    return match.captures(name) if hasattr(match, "captures") else [match[name]]
