"""What only the whole corpus can tell: names joined to numbers, one candidate left, two of one
number told apart. Every step leaves its evidence; where two readings stay possible, none is taken.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from extract.index.facts import STRENGTH, Fact, Proof
from extract.values import identity, terms

if TYPE_CHECKING:
    from extract.index.making import Builder, Open

_MOST = 8  # candidates kept for a mention that stays open


def settle(b: Builder) -> None:
    """Run the steps, in this order."""
    _join_laws(b)
    _split_types(b)
    _only_candidates(b)
    _fill_relations(b.db)


def _join_laws(b: Builder) -> None:
    """Luật X năm Y is the law whose number stands beside that name somewhere in the corpus.

    Where dates are known they must not contradict; where several numbers bear the name (two laws
    of one name in one year), only the one with the date that the name is cited with.
    """
    for (base, year), law in sorted(b.law_names.items()):
        numbers = b.law_numbers.get((base, year), {})
        days = b.days.get(law, set())
        fitting = {
            n: at for n, at in numbers.items() if not days or not b.days.get(n) or b.days[n] & days
        }
        if len(numbers) > 1:
            fitting = {n: at for n, at in fitting.items() if days and days <= b.days.get(n, set())}
        if len(fitting) != 1:
            continue
        ((number, (document, ordinal)),) = fitting.items()
        b.db.execute(
            "INSERT OR REPLACE INTO evidence SELECT document, ordinal, 'name', 'law-number', "
            "(SELECT key FROM identities WHERE id = ?), ?, ?, NULL "
            "FROM mentions WHERE identity = ?",
            (number, document, ordinal, law),
        )
        b.db.execute(
            "UPDATE mentions SET identity = ?, rule = 'law-number' WHERE identity = ?",
            (number, law),
        )
        b.db.execute("DELETE FROM identities WHERE id = ?", (law,))
        b.by_base[base].remove(law)


def _split_types(b: Builder) -> None:
    """QĐ of the Party is Quyết định or Quy định, each with a count of its own: one number with
    both type words and no date in common is two documents, one with a common date a slip."""
    from extract.index.making import types_of

    twice = b.db.execute(
        "SELECT identities.id, base, number, term FROM identities WHERE term IS NOT NULL "
        "AND number LIKE '%-QĐ/%' ORDER BY key"
    ).fetchall()
    for ident, base, number, term in twice:
        rows = b.db.execute(
            "SELECT mentions.document, mentions.ordinal, type, date FROM mentions "
            "JOIN citations USING (document, ordinal) WHERE identity = ? ORDER BY 1, 2",
            (ident,),
        ).fetchall()
        types = types_of([(r[2], r[3]) for r in rows])
        if len(types) < 2 or any(not days for days in types.values()):
            continue
        days = list(types.values())
        if any(x & y for i, x in enumerate(days) for y in days[i + 1 :]):
            continue
        b.db.execute("DELETE FROM identities WHERE id = ?", (ident,))
        b.by_base[base].remove(ident)
        for kind in sorted(types):
            fact = Fact(base, "number", number, {"term": term, "type": identity.slug(kind)})
            new = b.identity(fact)
            b.db.executemany(
                "UPDATE mentions SET identity = ? WHERE document = ? AND ordinal = ?",
                [(new, r[0], r[1]) for r in rows if r[2] == kind],
            )
            own = [d for d, i in b.own.items() if i == ident and b.homes[d].type == kind]
            b.own.update(dict.fromkeys(own, new))
        b.db.executemany(
            "UPDATE mentions SET identity = NULL, reason = 'type unknown' "
            "WHERE document = ? AND ordinal = ?",
            [(r[0], r[1]) for r in rows if r[2] is None],
        )


def _only_candidates(b: Builder) -> None:
    """Tie the open mentions that one identity alone fits; keep the candidates of the others."""
    from extract.index.making import INSERT_EVIDENCE, evidence_rows

    known = {k: i for k, i in b.own.items()}
    days = dict(_days(b.db))
    shorts = _by_counter(b.db)
    laws: dict[str, list[int]] = {}  # a law's name -> the numbers it stands beside
    for (base, _), numbers in sorted(b.law_numbers.items()):
        laws.setdefault(base, []).extend(numbers)
    ties: list[tuple[object, ...]] = []
    proofs: list[tuple[object, ...]] = []
    kept: list[tuple[int, int, int]] = []
    corpus = set(known.values())
    for o in b.open:
        m, home = o.mention, b.homes[o.mention.document]
        fitting = _fitting(b, o, days, shorts, laws)
        one = fitting[0] if len(fitting) == 1 else None
        if one is not None and o.fact is not None and _is_told(b, o, one, corpus):
            for slot in o.fact.missing:
                where, at = _first(b.db, one)
                o.fact.fill(slot, b.slots[one][slot], Proof("only-candidate", at, where))
            ties.append((one, _weakest(o.fact), known.get(home.id) == one, m.document, m.ordinal))
            proofs += evidence_rows(m, o.fact)
        else:
            kept += [(m.document, m.ordinal, i) for i in fitting[:_MOST]]
    b.db.executemany(
        "UPDATE mentions SET identity = ?, rule = ?, self = ?, reason = NULL "
        "WHERE document = ? AND ordinal = ?",
        ties,
    )
    b.db.executemany(INSERT_EVIDENCE, proofs)
    b.db.executemany("INSERT INTO candidates VALUES (?, ?, ?)", kept)


def _weakest(fact: Fact) -> str:
    return max((p.rule for p in fact.proofs.values()), key=STRENGTH.__getitem__)


def _fitting(
    b: Builder,
    o: Open,
    days: dict[int, str],
    shorts: dict[tuple[str, str], list[int]],
    laws: dict[str, list[int]],
) -> list[int]:
    """The identities that an open mention could mean: same number, nothing known against it."""
    m, f = o.mention, o.fact
    if f is None:
        parsed = identity.parse(m.number) if m.number else None
        if parsed is None or m.type is None:
            return []
        found = shorts.get((m.type, parsed.seq.lstrip("0")), [])
        return [
            i
            for i in found
            if not parsed.codes or _codes(b, i)[: len(parsed.codes)] == parsed.codes
        ]
    home = b.homes[m.document]
    out = []
    for i in dict.fromkeys([*b.by_base.get(f.base, ()), *laws.get(f.base, ())]):
        slots = b.slots[i]
        if i in b.by_base.get(f.base, ()) and any(
            v is not None and slots.get(s) != v for s, v in f.slots.items()
        ):
            continue
        day = days.get(i)
        if day and home.date and len(home.date) == 10 and day > home.date:
            continue  # not yet issued
        out.append(i)
    return sorted(out, key=lambda i: sorted(b.slots[i].items()))


def _codes(b: Builder, ident: int) -> tuple[str, ...]:
    row = b.db.execute("SELECT number FROM identities WHERE id = ?", (ident,)).fetchone()
    parsed = identity.parse(row[0]) if row and row[0] else None
    return parsed.codes if parsed else ()


def _is_told(b: Builder, o: Open, one: int, corpus: set[int]) -> bool:
    """True where the only candidate may be taken: its number is not given out again elsewhere, or
    the citing document is of the same place, or of one that cites it in full."""
    f, home = o.fact, b.homes[o.mention.document]
    if f is None or f.kind != "number":
        return False  # the year of a law is what is in force, not what the corpus happens to hold
    own = identity.slug(home.place) if home.place else None
    missing = set(f.missing)
    if missing == {"term"}:
        return (
            home.date is None
            or terms.term_of(home.date) in (None, b.slots[one]["term"])
            or (one in corpus)
        )
    place = b.slots[one].get("place")
    if place is not None:
        return own == place
    return own is not None and own in b.said_in.get(one, ())


def _days(db: sqlite3.Connection) -> list[tuple[int, str]]:
    """Each identity's date: the full one that most mentions give."""
    rows = db.execute(
        "SELECT identity, date, count(*) AS n FROM mentions "
        "JOIN citations USING (document, ordinal) WHERE identity IS NOT NULL "
        "AND length(date) = 10 GROUP BY 1, 2 ORDER BY 1, n, 2 DESC"
    )
    return [(ident, day) for ident, day, _ in rows]


def _by_counter(db: sqlite3.Connection) -> dict[tuple[str, str], list[int]]:
    """(type, counter) -> identities: what "Nghị quyết 18" could be."""
    found: dict[tuple[str, str], list[int]] = {}
    rows = db.execute(
        "SELECT DISTINCT identities.id, identities.number, citations.type, identities.key "
        "FROM identities JOIN mentions ON identity = identities.id "
        "JOIN citations USING (document, ordinal) "
        "WHERE identities.number IS NOT NULL AND citations.type IS NOT NULL ORDER BY identities.key"
    )
    for ident, number, kind, _ in rows:
        parsed = identity.parse(number)
        if parsed is not None:
            found.setdefault((kind, parsed.seq.lstrip("0")), []).append(ident)
    return found


def _first(db: sqlite3.Connection, ident: int) -> tuple[int | None, int | None]:
    """A mention that states an identity in full, as what the others rest on."""
    row = db.execute(
        "SELECT document, ordinal FROM mentions WHERE identity = ? AND rule != 'only-candidate' "
        "ORDER BY document, ordinal LIMIT 1",
        (ident,),
    ).fetchone()
    return (row[0], row[1]) if row else (None, None)


def _fill_relations(db: sqlite3.Connection) -> None:
    """Give relations the identities of their mentions; drop those that say nothing certain."""
    db.execute(
        "UPDATE legal_relations SET target = coalesce((SELECT identity FROM mentions AS m WHERE "
        "m.document = legal_relations.document AND m.ordinal = legal_relations.ordinal), 0), "
        "actor = (SELECT identity FROM mentions AS m WHERE m.document = legal_relations.document "
        "AND m.ordinal = legal_relations.actor_ordinal)"
    )
    db.execute("DELETE FROM legal_relations WHERE target = 0")
