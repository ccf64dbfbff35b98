"""spaCy: `nlp.add_pipe("doisoat")`.

The component reads `doc.text` and sets

* `doc.spans["citations" | "dates" | "quantities" | "claims"]`: each span covers exactly the
  characters of its mention (a token that a mention begins or ends inside is split first, so
  alignment never fails), its `id_` is the mention's id, its label "citation", "date",
  "quantity", or the claim's role;
* `doc._.report`: the whole Report. It is not part of the serialised Doc; a Doc that comes back
  from bytes (or another process) is analysed again when its report is asked for.

Best placed right after the tokenizer. spaCy imports every entry point of `spacy_factories` whenever
it makes a pipeline, so this module registers the factory and nothing else, and imports the tool
itself only when the component is made.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict
from weakref import WeakKeyDictionary

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

if TYPE_CHECKING:
    from extract.model import Report
    from extract.rules.book import Rulebook

KEYS = ("citations", "dates", "quantities", "claims")
_PATTERNS = "doisoat_patterns"
_KEPT: WeakKeyDictionary[Doc, Report] = WeakKeyDictionary()  # user hooks would warn in to_bytes


class Mention(TypedDict):
    """A span to set: its place in the text, label and id."""

    start: int
    end: int
    label: str
    id: str


@Language.factory(
    "doisoat",
    default_config={"patterns": []},
    assigns=["doc.spans", "doc._.report"],
)
def make_doisoat(nlp: Language, name: str, patterns: list[str]) -> Doisoat:
    """The component; `patterns` are folders of rules to add to the built-in ones."""
    if not Doc.has_extension("report"):
        Doc.set_extension("report", getter=_report)
    return Doisoat(patterns)


class Doisoat:
    """Doc -> the same Doc with spans and report."""

    def __init__(self, patterns: Sequence[str] = ()) -> None:
        self.patterns = list(patterns)
        self.book = _book(self.patterns)

    def __call__(self, doc: Doc) -> Doc:
        report = _analysed(doc, self.book)
        _KEPT[doc] = report
        if self.patterns:
            doc.user_data[_PATTERNS] = self.patterns
        groups = mentions(report)
        split_at(doc, {at for g in groups.values() for m in g for at in (m["start"], m["end"])})
        first = {token.idx: token.i for token in doc}
        last = {token.idx + len(token): token.i + 1 for token in doc}
        for key, group in groups.items():
            doc.spans[key] = [
                Span(doc, first[m["start"]], last[m["end"]], label=m["label"], span_id=m["id"])
                for m in group
            ]
        return doc


def mentions(report: Report) -> dict[str, list[Mention]]:
    """The mentions of a report by spans key; a claim stands where its quantity stands."""
    groups: dict[str, list[Mention]] = {key: [] for key in KEYS}
    for key, label in (("citations", "citation"), ("dates", "date"), ("quantities", "quantity")):
        for m in getattr(report, key):
            groups[key].append({"start": m.start, "end": m.end, "label": label, "id": m.id})
    quantities = {q.id: q for q in report.quantities}
    for c in report.claims:
        q = quantities[c.quantity]
        groups["claims"].append({"start": q.start, "end": q.end, "label": c.role, "id": c.id})
    return groups


def split_at(doc: Doc, offsets: set[int]) -> None:
    """Split every token that one of the character offsets falls inside."""
    cuts: list[tuple[Token, list[int]]] = []
    wanted = sorted(offsets)
    i = 0
    for token in doc:
        end = token.idx + len(token)
        inside: list[int] = []
        while i < len(wanted) and wanted[i] < end:
            if wanted[i] > token.idx:
                inside.append(wanted[i] - token.idx)
            i += 1
        if inside:
            cuts.append((token, inside))
    if not cuts:
        return
    with doc.retokenize() as retokenizer:
        for token, inside in cuts:
            text = token.text
            edges = [0, *inside, len(text)]
            parts = [text[a:b] for a, b in pairwise(edges)]
            head = (token, 0) if token.head.i == token.i else token.head
            retokenizer.split(token, parts, heads=[head, *[(token, 0)] * (len(parts) - 1)])


def _report(doc: Doc) -> Report:
    """The report of a Doc; analysed again where the Doc was restored without it."""
    if doc not in _KEPT:
        _KEPT[doc] = _analysed(doc, _book(doc.user_data.get(_PATTERNS, [])))
    return _KEPT[doc]


def _analysed(doc: Doc, book: Rulebook) -> Report:
    from extract.document import Document
    from extract.model import Metadata, Report
    from extract.pipeline import analyse
    from extract.readers.text.reader import read_text

    if not doc.text.strip("\ufeff \t\r\n\x0c\xa0"):  # a reader refuses what has no text
        return Report(Document("doc", doc.text, doc.text, (0,), (0,)), Metadata())
    return analyse(read_text(doc.text, "doc"), book)


def _book(folders: Sequence[str]) -> Rulebook:
    from extract.rules.book import default_rulebook, load

    return load(*(Path(f) for f in folders)) if folders else default_rulebook()
