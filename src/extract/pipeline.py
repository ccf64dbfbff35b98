"""The stages of an analysis as one visible list: Document + Rulebook -> Report."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Sequence
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
from extract.find.binding.distant import Levels
from extract.find.binding.mentioned import Mentions
from extract.find.binding.relations import Relations
from extract.find.binding.skeleton import build
from extract.find.by_digits.proofs import find_proofs
from extract.find.by_digits.proved_slips import find_proved_slips
from extract.find.by_digits.proved_sums import find_proved_sums
from extract.find.by_digits.slipped_wholes import find_slipped_wholes
from extract.find.changes.balances import find_balances
from extract.find.changes.bracket_bases import find_bracket_bases
from extract.find.changes.budget_balances import find_budget_balances
from extract.find.changes.change_bases import find_change_bases
from extract.find.changes.change_levels import find_change_levels
from extract.find.changes.change_rows import find_change_rows
from extract.find.changes.nearby import find_nearby
from extract.find.changes.steps import find_steps
from extract.find.changes.trade_totals import find_trade_totals
from extract.find.changes.whole_changes import find_whole_changes
from extract.find.claims.claims import proved
from extract.find.claims.named_figures import named
from extract.find.engines import Engines, engines
from extract.find.far_apart.deducted import find_deducted
from extract.find.far_apart.distant_shares import find_distant_shares
from extract.find.far_apart.far_dimensions import find_far_dimensions
from extract.find.far_apart.fraction_bases import find_fraction_bases
from extract.find.far_apart.gathered import find_gathered
from extract.find.far_apart.means import find_means
from extract.find.far_apart.overall import find_overall
from extract.find.far_apart.own_wholes import find_own_wholes
from extract.find.far_apart.population_rates import find_population_rates
from extract.find.far_apart.populations import find_populations
from extract.find.far_apart.rate_moves import find_rate_moves
from extract.find.far_apart.remainders import find_remainders
from extract.find.far_apart.rest_lists import find_rest_lists
from extract.find.far_apart.resumed import find_resumed
from extract.find.far_apart.same_names import find_same_names
from extract.find.far_apart.unpaired_shares import find_unpaired_shares
from extract.find.far_apart.untold_wholes import find_untold_wholes
from extract.find.far_apart.yearly_growth import find_yearly_growth
from extract.find.figures.turns import told_in_turn
from extract.find.flows.flow_roles import FlowRoles
from extract.find.flows.flows import find_flows
from extract.find.flows.net_changes import find_net_changes
from extract.find.lists.columns import find_columns
from extract.find.lists.criteria import find_criteria
from extract.find.lists.kept import find_kept
from extract.find.lists.lists import find_lists
from extract.find.lists.merges import find_merges
from extract.find.mentions import find_mentions, mentions_in_cells
from extract.find.parts.bracket_runs import find_bracket_runs
from extract.find.parts.breakdowns import find_breakdowns
from extract.find.parts.case_columns import find_case_columns
from extract.find.parts.dimensions import find_dimensions
from extract.find.parts.enumerations import find_enumerations, find_words
from extract.find.parts.like_sums import find_like_sums
from extract.find.parts.part_changes import find_part_changes
from extract.find.parts.parts import find_parts
from extract.find.parts.prose_rows import find_prose_rows
from extract.find.parts.raised_totals import find_raised_totals
from extract.find.parts.size_classes import find_size_classes
from extract.find.products.chains import find_chains
from extract.find.products.factors import find_factors
from extract.find.products.far_products import find_far_products
from extract.find.products.harvests import find_harvests
from extract.find.shares.complements import find_complements
from extract.find.shares.contributions import find_contributions
from extract.find.shares.counted_sums import find_counted_sums
from extract.find.shares.hundreds import find_hundreds
from extract.find.shares.in_turn import find_in_turn
from extract.find.shares.joint_shares import find_joint_shares
from extract.find.shares.named_bases import find_shares
from extract.find.shares.named_shares import find_named_shares
from extract.find.shares.named_sums import find_named_sums
from extract.find.shares.outcomes import find_outcomes
from extract.find.shares.share_pairs import Pairs
from extract.find.shares.shared_parts import find_shared_parts
from extract.find.shares.wholes import find_wholes
from extract.find.slips.slips import find_slips
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
from extract.find.told_twice.other_sides import find_other_sides
from extract.find.told_twice.repeats import find_bases_told, find_echoes, find_repeats
from extract.find.told_twice.retold import find_retold
from extract.model import Announced, Claim, Finding, Quantity, Report
from extract.rules.book import Rulebook, default_rulebook
from extract.rules.engine import Text

__all__ = ["analyse", "engines"]


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
    """The relations that the running text announces: each finder adds to those before it, and may
    look at what they have bound."""
    binder = Relations(found, ready.same)
    skeleton = build(found)
    lines = Text.of(skeleton.text)
    find_dimensions(binder)
    find_parts(binder)
    binder.from_hits(list(ready.skeleton.read(lines)), skeleton)
    find_change_levels(binder)
    find_balances(binder)
    find_outcomes(binder)
    find_lists(binder)
    find_merges(binder)
    find_enumerations(binder)
    find_words(binder)
    find_repeats(binder)
    roles = FlowRoles(binder)
    find_flows(binder, roles)
    find_net_changes(binder, roles)
    find_harvests(binder)
    find_factors(binder)
    find_chains(binder)
    find_echoes(binder)
    find_bases_told(binder)
    pairs = Pairs(binder)
    find_shares(pairs)
    find_wholes(binder)
    find_nearby(binder)
    levels = Levels(binder)
    find_breakdowns(levels)
    find_prose_rows(levels)
    find_case_columns(levels)
    find_bracket_runs(levels)
    find_size_classes(levels)
    find_gathered(levels)
    find_named_sums(levels)
    find_resumed(levels)
    find_rest_lists(levels)
    find_same_names(levels)
    find_counted_sums(levels)
    find_overall(levels)
    find_columns(levels)
    find_criteria(levels)
    find_raised_totals(levels)
    find_part_changes(levels)
    find_trade_totals(levels)
    find_budget_balances(levels)
    find_far_dimensions(levels)
    find_steps(binder)
    find_change_bases(binder)
    find_hundreds(levels)
    find_complements(levels)
    find_contributions(levels)
    find_means(levels)
    find_yearly_growth(levels)
    find_far_products(levels)
    find_remainders(levels)
    find_deducted(levels)
    find_kept(levels)
    find_distant_shares(levels, pairs)
    find_named_shares(levels)
    find_in_turn(levels)
    find_bracket_bases(levels)
    find_change_rows(levels)
    find_own_wholes(levels, pairs)
    find_fraction_bases(levels, pairs)
    find_populations(levels, pairs)
    find_unpaired_shares(levels, pairs)
    find_population_rates(levels)
    find_rate_moves(levels)
    find_shared_parts(levels, pairs)
    find_joint_shares(levels)
    find_slips(binder)
    find_like_sums(binder)
    find_whole_changes(levels)
    find_proofs(levels)
    find_proved_sums(levels)
    find_proved_slips(levels)
    find_other_sides(levels)
    find_retold(levels)
    find_untold_wholes(binder)
    find_slipped_wholes(levels)
    return binder.found


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
