"""What a document's own kind and date say of its figures: those in the articles of a decree are
norms ("Mức hỗ trợ là 50.000 đồng/người"), those of a year after its date are targets."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from extract.model import Claim, DateMention, Metadata, Quantity, Section
from extract.rules.wording import terms
from extract.values import identity
from extract.values.dates import year_of
from extract.values.text import fold


def by_document(
    claims: Sequence[Claim],
    quantities: Sequence[Quantity],
    dates: Sequence[DateMention],
    sections: Sequence[Section],
    metadata: Metadata,
) -> tuple[Claim, ...]:
    """The claims, with what else would be `reported` as `norm` under an article of a normative
    document, as `target` where its period begins in a year after the document's date.

    `claims` are those of `quantities`, in their order. Source: Luật Ban hành văn bản quy phạm pháp
    luật 2015, Điều 4 and 10 (the number of such a document tells its year).
    """
    written = year_of(metadata.date)
    later = {d.id for d in dates if written is not None and (year_of(d.value) or written) > written}
    claims = [
        replace(c, status="target") if c.status == "reported" and c.period in later else c
        for c in claims
    ]
    if not _is_normative(metadata):
        return tuple(claims)
    articles = sorted((s.start, s.end) for s in sections if s.kind == "article")
    starts = [start for start, _ in articles]
    found = []
    for claim, q in zip(claims, quantities, strict=True):
        k = bisect_right(starts, q.start) - 1
        ruled = claim.status == "reported" and k >= 0 and q.start < articles[k][1]
        found.append(replace(claim, status="norm") if ruled else claim)
    return tuple(found)


def _is_normative(metadata: Metadata) -> bool:
    if fold(metadata.type or "") in terms("loai_quy_pham"):
        return True
    parsed = identity.parse(metadata.number) if metadata.number else None
    return parsed is not None and parsed.year is not None
