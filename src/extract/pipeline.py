"""The stages of an analysis as one visible list: Document + Rulebook -> Report."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from extract.check.arithmetic import judge
from extract.check.figures import check_figures
from extract.check.messages import arithmetic_findings
from extract.check.references import check_references
from extract.check.structure import check_structure
from extract.check.trust import trusted
from extract.document import Document
from extract.errors import InputError
from extract.find.binding.mentioned import Mentions
from extract.find.binding.relations import Relations
from extract.find.by_digits.confirmed import Confirmed
from extract.find.by_digits.proofs import RateProofs
from extract.find.by_digits.proved_slips import SlipProofs
from extract.find.by_digits.proved_sums import SumProofs
from extract.find.by_digits.slipped_wholes import SlippedWholes
from extract.find.by_digits.told_slips import ToldSlips
from extract.find.changes.balances import find_balances
from extract.find.changes.bracket_bases import find_bracket_bases
from extract.find.changes.budget_balances import BudgetBalances
from extract.find.changes.change_bases import find_change_bases
from extract.find.changes.change_levels import ChangeLevels
from extract.find.changes.change_rows import ChangeRows
from extract.find.changes.nearby import Nearby
from extract.find.changes.steps import find_steps
from extract.find.changes.told_last import ToldLast
from extract.find.changes.trade_totals import find_trade_totals
from extract.find.changes.whole_changes import find_whole_changes
from extract.find.claims.claims import proved
from extract.find.claims.named_figures import named
from extract.find.engines import Engines, engines
from extract.find.far_apart.deducted import Deducted
from extract.find.far_apart.distant_shares import DistantShares
from extract.find.far_apart.far_dimensions import FarDimensions
from extract.find.far_apart.fraction_bases import FractionBases
from extract.find.far_apart.gathered import Gathered
from extract.find.far_apart.means import find_means
from extract.find.far_apart.overall import Overall
from extract.find.far_apart.own_wholes import OwnWholes
from extract.find.far_apart.population_rates import PopulationRates
from extract.find.far_apart.populations import Populations
from extract.find.far_apart.rate_moves import RateMoves
from extract.find.far_apart.remainders import find_remainders
from extract.find.far_apart.rest_lists import RestLists
from extract.find.far_apart.resumed import Resumed
from extract.find.far_apart.same_names import SameNames
from extract.find.far_apart.summed_shares import SummedShares
from extract.find.far_apart.unpaired_shares import find_unpaired_shares
from extract.find.far_apart.untold_wholes import UntoldWholes
from extract.find.far_apart.yearly_growth import YearlyGrowth
from extract.find.figures.turns import told_in_turn
from extract.find.flows.budget_sources import BudgetSources
from extract.find.flows.flows import Flows
from extract.find.flows.net_changes import find_net_changes
from extract.find.lists.columns import Columns
from extract.find.lists.criteria import Criteria
from extract.find.lists.kept import Kept
from extract.find.lists.lists import find_lists
from extract.find.lists.merges import find_merges
from extract.find.mentions import find_mentions, mentions_in_cells
from extract.find.parts.bracket_runs import BracketRuns
from extract.find.parts.breakdowns import Breakdowns
from extract.find.parts.case_columns import CaseColumns
from extract.find.parts.dimensions import Dimensions
from extract.find.parts.enumerations import find_enumerations, find_words
from extract.find.parts.fraction_sums import FractionSums
from extract.find.parts.like_sums import find_like_sums
from extract.find.parts.part_changes import PartChanges
from extract.find.parts.parts import find_parts
from extract.find.parts.prose_rows import ProseRows
from extract.find.parts.raised_totals import RaisedTotals
from extract.find.parts.size_classes import SizeClasses
from extract.find.products.chains import find_chains
from extract.find.products.factors import Factors
from extract.find.products.far_products import FarProducts
from extract.find.products.harvests import find_harvests
from extract.find.rows.row_ties import RowTies
from extract.find.shares.complements import Complements
from extract.find.shares.contributions import find_contributions
from extract.find.shares.counted_sums import CountedSums
from extract.find.shares.hundreds import find_hundreds
from extract.find.shares.in_turn import find_in_turn
from extract.find.shares.joint_shares import JointShares
from extract.find.shares.moved_shares import MovedShares
from extract.find.shares.named_bases import NamedBases
from extract.find.shares.named_shares import NamedShares
from extract.find.shares.named_sums import find_named_sums
from extract.find.shares.outcomes import Outcomes
from extract.find.shares.shared_parts import SharedParts
from extract.find.shares.shares import Shares
from extract.find.shares.wholes import Wholes
from extract.find.slips.slips import Slips
from extract.find.tables.table_across import across_tables
from extract.find.tables.table_cells import inside, places_of
from extract.find.tables.table_claims import cell_claims, directed
from extract.find.tables.table_labels import labels_of
from extract.find.tables.table_phrases import Times
from extract.find.tables.table_prose import Prose
from extract.find.tables.table_rates import Rates
from extract.find.tables.table_sums import told_sums
from extract.find.tables.table_told import Told
from extract.find.tables.tables import Tables, find_tables
from extract.find.told_twice.other_sides import OtherSides
from extract.find.told_twice.repeats import find_bases_told, find_echoes, find_repeats
from extract.find.told_twice.retold import Retold
from extract.model import Announced, Claim, Finding, Quantity, Report
from extract.rules.book import Rulebook, default_rulebook

__all__ = ["analyse", "engines"]


# Each adds to what those before it have announced, and may look at what they have bound.
FINDERS: tuple[Callable[[Relations], None], ...] = (
    Dimensions.find,
    find_parts,
    Relations.from_rules,
    ChangeLevels.find,
    find_balances,
    Outcomes.find,
    find_lists,
    find_merges,
    find_enumerations,
    find_words,
    find_repeats,
    Flows.find,
    find_net_changes,
    BudgetSources.find,
    find_harvests,
    Factors.find,
    find_chains,
    find_echoes,
    find_bases_told,
    NamedBases.find,
    Shares.find,
    Wholes.find,
    RowTies.find,
    Nearby.find,
    Breakdowns.find,
    ProseRows.find,
    CaseColumns.find,
    BracketRuns.find,
    SizeClasses.find,
    Gathered.find,
    find_named_sums,
    Resumed.find,
    RestLists.find,
    SameNames.find,
    CountedSums.find,
    Overall.find,
    FractionSums.find,
    Columns.find,
    Criteria.find,
    RaisedTotals.find,
    PartChanges.find,
    find_trade_totals,
    BudgetBalances.find,
    FarDimensions.find,
    find_steps,
    ToldLast.find,
    find_change_bases,
    find_hundreds,
    Complements.find,
    MovedShares.find,
    find_contributions,
    find_means,
    YearlyGrowth.find,
    FarProducts.find,
    find_remainders,
    Deducted.find,
    Kept.find,
    DistantShares.find,
    NamedShares.find,
    find_in_turn,
    find_bracket_bases,
    ChangeRows.find,
    OwnWholes.find,
    FractionBases.find,
    Populations.find,
    SummedShares.find,
    find_unpaired_shares,
    PopulationRates.find,
    RateMoves.find,
    SharedParts.find,
    JointShares.find,
    Slips.find,
    find_like_sums,
    find_whole_changes,
    RateProofs.find,
    SumProofs.find,
    SlipProofs.find,
    ToldSlips.find,
    Confirmed.find,
    OtherSides.find,
    Retold.find,
    UntoldWholes.find,
    SlippedWholes.find,
)


def analyse(document: Document, book: Rulebook | None = None) -> Report:
    """Everything the program finds in a document; pure, the document is not changed.

    Raises InputError, naming the document, where it is too large to be one; PatternError where a
    rule of `book` gives a figure that cannot be read; TypeError for what is no Document.
    """
    if not isinstance(document, Document):
        raise TypeError(
            f"analyse() takes a Document, not {type(document).__name__}: make one by "
            "read_document(path) or read_text(text, name)"
        )
    ready = engines(book or default_rulebook())
    try:
        with _no_cycles():
            return _analyse(document, ready)
    except InputError as e:
        raise InputError(f"{document.name}: {e}", f"{document.name}: {e.said('vi')}") from None


@contextmanager
def _no_cycles() -> Iterator[None]:
    """Python's search for cycles put off: an analysis makes none (a test sees to it), and looking
    through its many records for them takes a tenth of its time and more."""
    looked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if looked:
            gc.enable()


def _analyse(document: Document, ready: Engines) -> Report:
    """What is mentioned, what is announced of it, what agrees, and what is to be said of that."""
    found = find_mentions(document, ready)
    by_id = {q.id: q for q in found.quantities}
    announced = _announced(found, ready)
    tables = find_tables(document, ready.book, len(found.quantities) + 1)
    figures, claims, beside = _beside_tables(found, tables, ready)
    by_id.update((q.id, q) for q in tables.quantities)
    cells = mentions_in_cells(found, tables, ready, len(claims) + 1)
    by_id.update((q.id, q) for q in cells.quantities)
    relations = judge(
        [*announced, *tables.relations, *beside, *_announced_in_cells(cells, ready)], by_id
    )
    told: list[Quantity] = []
    stated: list[Claim] = []
    for part, own in ((found, claims), (cells, cells.claims)):
        moved, own = proved(part.quantities, own, relations)
        told += told_in_turn(named(moved, own, part.nouns, part.text.fold), part.text.fold)
        stated += own
    findings = [
        *arithmetic_findings(relations, by_id, tables.cells),
        *check_structure(found.outline, found.footnotes),
        *check_references(found.citations, found.dates, found.metadata),
        *check_figures(document, (*found.unread, *tables.unread, *cells.unread)),
    ]
    return Report(
        document,
        found.metadata,
        found.outline.sections,
        found.footnotes,
        found.citations,
        found.dates,
        tuple(sorted((*told, *figures), key=lambda q: q.start)),
        tuple(stated),
        tables.tables,
        tuple(replace(r, cue=document.source_span(*r.cue)) for r in relations),
        _numbered(trusted(findings, relations, by_id, document.is_ocr)),
        (*tables.cells, *places_of(tables.told, cells.quantities)),
    )


def _announced_in_cells(cells: Mentions, ready: Engines) -> list[Announced]:
    """The relations that a cell announces between its own figures."""
    if not cells.quantities:
        return []
    own = {q.id: q for q in cells.quantities}
    spans = [(b.vs, b.ve) for b in cells.document.blocks]
    return inside(_announced(cells, ready), own, spans)


def _announced(found: Mentions, ready: Engines) -> list[Announced]:
    """The relations that the running text announces."""
    binder = Relations(found, ready.same, ready.skeleton)
    for find in FINDERS:
        find(binder)
    return binder.done()


def _beside_tables(
    found: Mentions, tables: Tables, ready: Engines
) -> tuple[Sequence[Quantity], tuple[Claim, ...], list[Announced]]:
    """The figures of the tables and all claims, and what text and tables say of the same thing."""
    if not tables.sheets:
        return tables.quantities, found.claims, []
    document, text, metadata = found.document, found.text, found.metadata
    labels = labels_of(ready.book)
    of_cells, ways = cell_claims(tables.sheets, found.dates, labels, len(found.claims) + 1)
    title = metadata.subject or ""
    times = Times(document.view, text.fold, found.dates, found.outline.sections, labels, title)
    prose = Prose(
        document.view,
        text.fold,
        found.quantities,
        found.frames,
        times,
        tables.sheets,
        labels,
        ready.same,
        " ".join(filter(None, (metadata.issuer, metadata.place, title))),
    )
    beside = [
        *prose.bind(),
        *Rates(prose).run(),
        *Told(prose).run(),
        *told_sums(prose),
        *across_tables(tables.sheets, labels),
    ]
    return directed(tables.quantities, ways), found.claims + of_cells, beside


def _numbered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    ordered = sorted(findings, key=lambda f: (f.start, f.code))
    return tuple(replace(f, id=f"x{n}") for n, f in enumerate(ordered, 1))
