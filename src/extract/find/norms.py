"""Figures in the articles of a normative document are norms, not facts reported: "Mức hỗ trợ là
50.000 đồng/người" in a decree."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from extract.model import Claim, Metadata, Quantity, Section
from extract.rules.wording import terms
from extract.values import identity
from extract.values.text import fold


def norms(
    claims: Sequence[Claim],
    quantities: Sequence[Quantity],
    sections: Sequence[Section],
    metadata: Metadata,
) -> tuple[Claim, ...]:
    """The claims, those of figures under an article of a normative document with status `norm`.

    `claims` are those of `quantities`, in their order; targets stay targets. Source: Luật Ban hành
    văn bản quy phạm pháp luật 2015, Điều 4 and 10 (the number of such a document tells its year).
    """
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
