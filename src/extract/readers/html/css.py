"""A page's own style rules -> the style attributes of its elements, in place.

Only what decides how the text is read is taken over: hidden, raised, bold, centred, borders,
numbers that are counted before elements (`html/counters`). Of selectors those of tags, classes and
ids are known, one inside another too; others, and rules for print, are left. Rules that would hide
most of the text are for a script to undo: none of them does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from lxml.etree import _Element

from extract.readers.html.counters import number_elements
from extract.readers.html.style import NO_SIZE, is_far_off

_BRACE = re.compile(r"[{}]")
_SCREEN = re.compile(r"@media\s+(?:all|screen|only screen)\s*\Z", re.I)
_SIMPLE = re.compile(r"(?P<tag>[a-z][a-z0-9]*|\*)?(?P<names>(?:[.#][\w-]+)*)\Z", re.I)
_NAME = re.compile(r"[.#][\w-]+")
_INSIDE = re.compile(r"\s*(>)\s*|\s+")
_BEFORE = re.compile(r"(?<=[\w\])*])::?before\Z", re.I)
_COUNTED = re.compile(r"content|counter-(?:reset|increment)")
_KEPT = re.compile(
    r"display|visibility|mso-hide|font-size|position|left|top|vertical-align|font-weight|font-style|text-transform|text-align"
    r"|text-decoration(?:-line)?|list-style(?:-type)?|border(?:-(?:top|right|bottom|left))?"
)
_HIDES = ("display", "visibility", "mso-hide", "font-size", "left", "top")
_UNSAID = frozenset(("inherit", "initial", "unset", "revert"))
_BY_TAG = {  # what a tag says of itself; style sheets set it anew by other means
    **dict.fromkeys(("sup", "sub"), "vertical-align"),
    **dict.fromkeys(("b", "strong"), "font-weight"),
    **dict.fromkeys(("i", "em"), "font-style"),
}
_MOST_HIDDEN = 0.35  # of a page's text
_LONGEST = 200  # characters of a selector
_NESTED = 4  # rules for some media in one another
_MOST_RULES = 5_000  # of a page
_MOST_ALIKE = 50  # rules for one tag, class or id
_MOST_LOOKS = 1_000_000  # at elements around others
_DEEP = 40  # elements around another that are looked at

Says = dict[str, tuple[str, bool]]  # property -> its value, whether it is important
Simple = tuple[str, frozenset[str]]  # tag ("" for any), names with their "." or "#"


@dataclass(frozen=True, slots=True)
class _Rule:
    """A selector, the innermost element first, whether each of the others is the one right around
    it, and what it says; `weight` tells which of two rules wins. `before`: what it says is of
    what stands before the element."""

    parts: tuple[Simple, ...]
    direct: tuple[bool, ...]
    weight: tuple[int, int, int, int]
    says: Says
    before: bool


def apply_rules(root: _Element) -> None:
    """Put what the style sheets in a page say into the style attributes of its elements."""
    given = (rule for style in root.iter("style") for rule in _rules_of(style.text or ""))
    rules = list(islice(given, _MOST_RULES))
    if not rules:
        return
    found = dict(_Cascade([rule for rule in rules if not rule.before]).styles(root))
    if any(rule.before for rule in rules):
        before = _Cascade([rule for rule in rules if rule.before]).styles(root)
        number_elements(
            root, *({el: _plain(said) for el, said in each} for each in (found.items(), before))
        )
    kept = _hidden(found) <= _MOST_HIDDEN * _size(root)
    for element, says in found.items():
        left = {_BY_TAG.get(str(element.tag), ""), *(() if kept else _HIDES)}
        left |= {"text-align"} if element.get("align") else set()
        plain: list[str] = []
        last: list[str] = []
        for key, (value, important) in says.items():
            if key not in left and not _COUNTED.fullmatch(key):
                (last if important else plain).append(f"{key}:{value}")
        element.set("style", ";".join((*plain, element.get("style") or "", *last)))


def _rules_of(sheet: str) -> Iterator[_Rule]:
    """The rules of a style sheet, one for each selector, but those for print or small screens."""
    sheet = _without_comments(sheet)
    open_at: list[str] = []  # what stands before each brace that is open
    last = 0
    for m in _BRACE.finditer(sheet):
        before, last = sheet[last : m.start()], m.end()
        if m[0] == "{":
            open_at.append(before.rpartition(";")[2].strip())
        elif open_at:
            selectors = open_at.pop()
            if selectors[:1] == "@" or not all(map(_SCREEN.match, open_at[-_NESTED:])):
                continue
            says = _declarations(before)
            for n, selector in enumerate(selectors.split(",") if says else ()):
                rule = _rule(selector.strip(), last + n, says)
                if rule is not None:
                    yield rule


def _without_comments(sheet: str) -> str:
    first, *others = sheet.replace("<!--", "").replace("-->", "").split("/*")
    return first + "".join(part.partition("*/")[2] for part in others)


def _declarations(text: str) -> Says:
    out: Says = {}
    for part in text.split(";"):
        key, _, value = part.partition(":")
        key = key.strip().lower()
        value = value if _COUNTED.fullmatch(key) else value.lower()
        value, important, _ = value.partition("!important")
        value = value.strip()
        if (_KEPT.fullmatch(key) or _COUNTED.fullmatch(key)) and value and value not in _UNSAID:
            out.pop(key, None)
            out[key] = value, bool(important)
    return out


def _rule(selector: str, place: int, says: Says) -> _Rule | None:
    """The rule of a selector; None for one of another kind."""
    if len(selector) > _LONGEST:
        return None
    whole, selector = selector, _BEFORE.sub("", selector)
    pieces = _INSIDE.split(selector)
    parts: list[Simple] = []
    for piece in pieces[::2]:
        m = _SIMPLE.match(piece)
        if m is None or not piece:
            return None
        tag = (m["tag"] or "").lower().strip("*")
        parts.append((tag, frozenset(_NAME.findall(m["names"]))))
    names = [name for _, found in parts for name in found]
    ids = sum(name[0] == "#" for name in names)
    tags = sum(bool(tag) for tag, _ in parts)
    direct = tuple(sign is not None for sign in pieces[1::2])
    weight = ids, len(names) - ids, tags, place
    return _Rule(tuple(parts[::-1]), direct[::-1], weight, says, selector != whole)


class _Cascade:
    """Finds the rules that hold for an element."""

    def __init__(self, rules: list[_Rule]) -> None:
        self._by_key: dict[str, list[_Rule]] = defaultdict(list)
        for rule in rules:
            tag, names = rule.parts[0]
            self._by_key[min(names, default=tag)].append(rule)
        self._alike: dict[tuple[str, ...], list[_Rule]] = {}
        self._names: dict[_Element, frozenset[str]] = {}
        self._looks = 0

    def styles(self, root: _Element) -> Iterator[tuple[_Element, Says]]:
        """The elements that rules hold for, and what these say."""
        for element in root.iter("*"):
            self._names[element] = _names(element)
            says: Says = {}
            for rule in self._for(element):
                if len(rule.parts) > 1 and not self._is_inside(element, rule):
                    continue
                for key, said in rule.says.items():
                    if said[1] or not says.get(key, ("", False))[1]:
                        says.pop(key, None)
                        says[key] = said
            if says:
                yield element, says

    def _for(self, element: _Element) -> list[_Rule]:
        """The rules whose innermost part an element matches, what wins last."""
        key = (str(element.tag), *sorted(self._names[element]))
        if key not in self._alike:
            found = [r for k in ("", *key) for r in self._by_key.get(k, ())[-_MOST_ALIKE:]]
            found = [rule for rule in found if self._matches(element, rule.parts[0])]
            self._alike[key] = sorted(found, key=lambda rule: rule.weight)
        return self._alike[key]

    def _is_inside(self, element: _Element, rule: _Rule) -> bool:
        """True where the elements around it are those that a rule asks for."""
        around: _Element | None = element
        for part, direct in zip(rule.parts[1:], rule.direct, strict=True):
            for _ in range(1 if direct else _DEEP):
                around = around.getparent() if around is not None else None
                self._looks += 1
                if around is None or self._looks > _MOST_LOOKS:
                    return False
                if self._matches(around, part):
                    break
            else:
                return False
        return True

    def _matches(self, element: _Element, part: Simple) -> bool:
        tag, names = part
        return tag in ("", element.tag) and names <= self._names[element]


def _names(element: _Element) -> frozenset[str]:
    """The classes and the id of an element, as selectors have them."""
    names = [f".{name}" for name in (element.get("class") or "").split()]
    ident = element.get("id")
    return frozenset((*names, f"#{ident}") if ident else names)


def _plain(says: Says) -> dict[str, str]:
    return {key: value for key, (value, _) in says.items()}


def _hidden(found: dict[_Element, Says]) -> int:
    """How many characters the rules hide."""
    hides = {el for el, says in found.items() if _is_hidden(says)}
    return sum(_size(el) for el in hides if hides.isdisjoint(el.iterancestors()))


def _is_hidden(says: Says) -> bool:
    shown = _plain(says)
    hidden = shown.get("display") == "none" or shown.get("visibility") == "hidden"
    return hidden or is_far_off(shown) or NO_SIZE.fullmatch(shown.get("font-size", "")) is not None


def _size(element: _Element) -> int:
    return sum(len(str(text).strip()) for text in element.itertext())
