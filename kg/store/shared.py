"""Values that many articles share, always computed from all contributions that are there and never counted up."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from kg.store.contribution import PROFILE
from kg.store.cypher import edge_names
from kg.store.dates import days
from kg.store.search import search_text

Row = Mapping[str, Any]

EDGE_TEXT: Final = 400
"""Characters of evidence that an edge shows."""
# Each group is voted on as one, so that a country never stands beside another country's reason.
_VOTES: Final = (("type",), ("name",), ("name_en", "name_en_by"), ("iso",), ("country", "country_by"), ("acts_for",))
_GROUPS: Final = (*_VOTES, ("located_in",))


def claim_values(kind: str, date: str | None, reports: Sequence[Row]) -> dict[str, Any]:
    """What a Claim says of its reports.

    Days are ISO text. `reports` is not empty; each has id, article, published_on, start, end, text, claimed_by,
    title, former and score.
    """
    first = min(reports, key=_order)
    narrated = {r["article"] for r in reports if r["claimed_by"] is None}
    claimants = sorted({r["claimed_by"] for r in reports if r["claimed_by"] is not None})
    articles = {r["article"] for r in reports}
    published = sorted({r["published_on"] for r in reports if r["published_on"]})
    values: dict[str, Any] = {
        "basis": "both" if narrated and claimants else "claimed" if claimants else "narrated",
        "told": len(narrated),
        "claimants": claimants,
        "reports": len(articles),
        "sources": len(articles),
        "first_reported": published[0] if published else None,
        "last_reported": published[-1] if published else None,
        "evidence": first["text"],
        "score": max(r["score"] for r in reports),
        "title": first["title"],
        "former": None,
        "date_from": None,
        "date_to": None,
    }
    if kind == "HOLDS_POSITION":
        # As the latest report has it: an office is held until one calls its holder a former one.
        values["former"] = bool(max(reports, key=lambda r: (r["published_on"] or "", *_order(r)[1:]))["former"])
    told = days(date)
    if told:
        values["date_from"], values["date_to"] = (day.isoformat() for day in told)
        seen: tuple[Any, Any] = told
        basis = "text"
    else:
        # When a former holder was in office no day of publication tells.
        spans = [span for r in reports if not r["former"] and (span := days(r["published_on"]))]
        seen = (min(s[0] for s in spans), max(s[1] for s in spans)) if spans else (None, None)
        basis = "publication" if spans else "none"
    values["seen_from"], values["seen_to"] = (day.isoformat() if day else None for day in seen)
    values["date_basis"] = basis
    return values


def _order(report: Row) -> tuple[str, str, int, int, str]:
    return report["published_on"] or "9999", report["article"], report["start"], report["end"], report["id"]


def edge_values(claim: Row) -> dict[str, Any]:
    """The edge's properties, from all of its Claim's."""
    return {**{key: claim[key] for key in edge_names(claim["type"])}, "evidence": cut(claim["evidence"])}


def cut(text: str, limit: int = EDGE_TEXT) -> str:
    """At most `limit` characters, cut at a word."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    return (head.rpartition(" ")[0] or head).rstrip() + "…"


def entity_values(mentions: Iterable[Row]) -> dict[str, Any]:
    """What an Entity says of the MENTIONS edges that reach it; each has forms, roles, profile.

    A listed actor's profile is the lexicon's in every article, so the vote is the lexicon's word; an unlisted one has
    what most articles say, of equals the least by code point. What no article says is null.
    """
    profiles: Counter[str] = Counter()
    aliases: set[str] = set()
    roles: set[str] = set()
    for mention in mentions:
        profiles[mention["profile"]] += 1
        aliases.update(mention["forms"] or ())
        roles.update(mention["roles"] or ())
    read = [(dict(zip(PROFILE, json.loads(text), strict=True)), count) for text, count in profiles.items()]
    values: dict[str, Any] = {}
    for group in _GROUPS:
        votes: Counter[tuple[str, ...]] = Counter()
        for profile, count in read:
            if profile[group[0]] is not None:
                votes[tuple(profile[field] or "" for field in group)] += count
        best = min(votes, key=lambda value: (-votes[value], value)) if votes else ("",) * len(group)
        values.update((field, value or None) for field, value in zip(group, best, strict=True))
    return with_names(values, aliases, roles)


def with_names(values: Mapping[str, Any], aliases: set[str], roles: set[str]) -> dict[str, Any]:
    texts = [values["name"], values["name_en"] or "", *sorted(aliases)]
    return {**values, "aliases": sorted(aliases), "roles": sorted(roles), "search": search_text(texts)}


def agrees(entity: Row, profile: str) -> bool:
    """True when one more such profile cannot change what the entity's contributions elected."""
    return all(said is None or said == entity[field] for field, said in zip(PROFILE, json.loads(profile), strict=True))
