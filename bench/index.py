"""How fast the index answers on a large corpus: 10,000 documents, 400,000 mentions by default.

The tables of the corpus (documents, files, passages, citations) are filled straight away from a
seeded generator, without reading documents; then the index is made and every question asked.

    .venv/bin/python bench/index.py [--documents 10000] [--mentions 40] [--keep FILE]

Prints a table and writes bench/results/index-DATE.json. Times are medians of five; how long the
building takes is processor time.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict
from itertools import accumulate
from pathlib import Path
from typing import Any

from common import save, versions
from extract.index import chains, lookup, questions
from extract.index.making import build, is_fresh
from extract.store.database import Store

PLACES = ("Điện Biên", "Lai Châu", "Sơn La", "Lào Cai", "Hà Giang", "Cà Mau", "Bến Tre", "Gia Lai")
VERBS = ("implements", "based_on", "cites", "guides", "amends", "replaces")


def legal_documents(rng: random.Random, count: int) -> list[tuple[str, str, str, str, str]]:
    """Type, number, date, issuer as written, key; a third national, the rest of a place."""
    out = [("Nghị quyết", "18-NQ/TW", "2017-10-25", "Ban Chấp hành Trung ương", "18-nq-tw")]
    for n in range(1, count):
        year = rng.randint(2010, 2024)
        date = f"{year}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
        kind = n % 6
        if kind == 0:
            row = ("Nghị định", f"{n}/{year}/NĐ-CP", date, "Chính phủ", f"{n}-{year}-nd-cp")
        elif kind == 1:
            row = ("Quyết định", f"{n}/QĐ-TTg", date, "Thủ tướng Chính phủ", f"{n}-qd-ttg_{year}")
        else:
            place = PLACES[n % len(PLACES)]
            slug = lookup.identity.slug(place)
            number = f"{n}/QĐ-UBND"
            row = ("Quyết định", number, date, f"UBND tỉnh {place}", f"{n}-qd-ubnd_{year}_{slug}")
        out.append(row)
    return out


def fill(store: Store, documents: int, mentions: int, seed: int) -> None:
    """Fill the corpus tables; what is cited is spread as such things are (a few very often)."""
    rng = random.Random(seed)
    known = legal_documents(rng, max(100, documents * mentions // 8))
    weights = list(accumulate(1 / (n + 1) ** 0.9 for n in range(len(known))))
    db = store.connection
    db.execute("BEGIN")
    passage = 0
    for d in range(1, documents + 1):
        place = PLACES[d % len(PLACES)]
        sha = f"{d:064x}"
        db.execute(
            "INSERT INTO documents (id, sha256, fingerprint, media_type, reader, status, warnings,"
            " characters, type, number, issuer, place, date, sections, footnotes, citations, dates,"
            " quantities, claims, tables, relations, inconsistent, findings) VALUES (?, ?, 'x',"
            " 'text/plain', 'text', 'ok', '', 1000, 'Báo cáo', ?, ?, ?, '2024-06-01', 0, 0, ?, 0,"
            " 0, 0, 0, 0, 0, 0)",
            (d, sha, f"{d}/BC-UBND", f"UBND tỉnh {place}", place, mentions),
        )
        db.execute("INSERT INTO files VALUES (?, ?, ?, ?)", (f"{d:06d}.txt", "", sha, d))
        rows = []
        for n, (kind, number, date, issuer, key) in enumerate(
            rng.choices(known, cum_weights=weights, k=mentions)
        ):
            text = f"{kind} số {number} ngày {date[8:]}/{date[5:7]}/{date[:4]}"
            pin = str(rng.randint(1, 40)) if rng.random() < 0.2 else None
            said = f"Thực hiện {text} của {issuer}."
            if n and rng.random() < 0.03:
                said = f"Kế hoạch này thay thế {text} của {issuer}."
            open_ = rng.random() < 0.03  # neither date nor key: it stays open, or is tied
            rows.append((d, n, f"c{n + 1}", f"{kind} số {number}" if open_ else text, kind, number,
                         None if open_ else date, issuer, pin, rng.choice(VERBS),
                         None if open_ else key, 100 * n, passage))  # fmt: skip
            db.execute(
                "INSERT INTO passages VALUES (?, ?, ?, ?, ?, NULL, NULL, ?, '', '')",
                (passage, d, n, 100 * n, 100 * n + 99, said),
            )
            passage += 1
        db.executemany(
            "INSERT INTO citations (document, ordinal, id, text, form, type, number, date, issuer,"
            " article, relation, key, start, end, passage) VALUES (?1, ?2, ?3, ?4, 'full', ?5, ?6,"
            " ?7, ?8, ?9, ?10, ?11, ?12, ?12 + 30, ?13)",
            rows,
        )
    db.execute("COMMIT")


def asked(store: Store) -> Iterator[tuple[str, Callable[[], object]]]:
    """The questions: the most cited document of all, one of few mentions, and the whole corpus."""
    db = store.connection
    busy = lookup.find(db, "18-NQ/TW")[0]["id"]
    rare = db.execute("SELECT id FROM identities WHERE documents = 1 LIMIT 1").fetchone()[0]
    yield "find 18-NQ/TW", lambda: lookup.find(db, "18-NQ/TW")
    yield "find nothing", lambda: (lookup.find(db, "9999-NQ/TW"), lookup.nearest(db, "9999-NQ/TW"))
    yield "show (most cited)", lambda: questions.show(db, busy)
    yield "show (cited once)", lambda: questions.show(db, rare)
    yield "cites (most cited)", lambda: questions.cites(db, busy)
    yield "cites, article 4", lambda: questions.cites(db, busy, "4")
    yield "stands on", lambda: questions.stands_on(db, 17)
    yield "top", lambda: questions.top(db)
    for by in questions.GROUPS:
        yield f"top by {by}", lambda by=by: questions.top(db, by, 3)  # type: ignore[misc]
    yield "chains", lambda: chains.chains(db, busy)
    yield "chains of the corpus", lambda: chains.acted(db)
    yield "outdated", lambda: chains.outdated(db)
    yield "together (most cited)", lambda: questions.together(db, busy)
    yield "together (cited once)", lambda: questions.together(db, rare)
    yield "contradictions", lambda: questions.contradictions(db)
    yield "unresolved", lambda: questions.unresolved(db)
    yield "why (most cited)", lambda: questions.why(db, busy)
    yield "is the index fresh", lambda: is_fresh(db)


def main() -> None:
    """Fill, build, ask, print, write."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--mentions", type=int, default=40, help="of each document")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="where the database stays")
    parser.add_argument("--no-save", action="store_true")
    args = parser.parse_args()
    result: dict[str, Any] = {"sqlite": sqlite3.sqlite_version}
    with tempfile.TemporaryDirectory() as folder:
        path = args.keep or Path(folder) / "corpus.db"
        with Store.open(path, create=True) as store:
            if not store.count("documents"):
                fill(store, args.documents, args.mentions, args.seed)
            used = time.process_time()
            result["found"] = asdict(build(store.connection))
            result["build_processor_s"] = round(time.process_time() - used, 1)
        result["database_mb"] = round(path.stat().st_size / 1e6, 1)
        for key in ("found", "build_processor_s", "database_mb"):
            print(f"{key:<24} {result[key]}")
        result["questions_ms"] = {}
        with Store.open(path) as store:
            for name, question in asked(store):
                times = []
                for _ in range(5):
                    began = time.perf_counter()
                    question()
                    times.append(1000 * (time.perf_counter() - began))
                result["questions_ms"][name] = round(statistics.median(times), 1)
                print(f"{name:<24} {statistics.median(times):8.1f} ms, first {times[0]:.1f}")
    if not args.no_save:
        save("index", result, versions())


if __name__ == "__main__":
    main()
