"""What one article brings to the graph: the unit that is written, replaced and taken back."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from kg.model import SYMMETRIC, Actor, Extraction, digest

Row = dict[str, Any]

PROFILE: Final = (
    "type",
    "name",
    "name_en",
    "name_en_by",
    "iso",
    "country",
    "country_by",
    "acts_for",
    "located_in",
)
"""What an article says about an actor, in the order in which a MENTIONS edge's `profile` holds it."""
_RANK: Final = {"main": 0, "article": 1, "teaser": 2}


@dataclass(frozen=True, slots=True)
class Contribution:
    """Rows as they are sent to a server.

    `article` has its node's properties, `variant` among them; `mentions` have entity, count, forms, roles, profile;
    `statements` their node's, speaker, about and via; `reports` an Evidence's, claim, type, status and date.
    """

    article: Row
    mentions: list[Row]
    statements: list[Row]
    reports: list[Row]

    @property
    def id(self) -> str:
        return str(self.article["id"])

    @property
    def variant(self) -> str:
        return str(self.article["variant"])

    def dump(self) -> str:
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @staticmethod
    def parse(text: str) -> Contribution:
        return Contribution(**json.loads(text))


def variant(extraction: Extraction) -> str:
    """Which of the texts that fold to one article this is; of several the least is read, a whole article before a
    teaser, whatever the order in which they come."""
    article = extraction.article
    parts = (article.segment, article.title, article.text, article.url, article.language)
    return f"{_RANK[article.segment]}{digest(*parts)}"


def contribution(extraction: Extraction) -> Contribution:
    article = {**extraction.article.model_dump(), "variant": variant(extraction)}
    reports: dict[str, Row] = {}
    for relation in extraction.relations:
        span = relation.evidence
        report: Row = {
            "id": "evidence/"
            + digest(article["id"], relation.id, relation.subject, relation.object, span.start, span.end),
            "claim": relation.id,
            "type": relation.type,
            "subject": relation.subject,
            "object": relation.object,
            "status": relation.status,
            "date": relation.date,
            "claimed_by": relation.claimed_by,
            "text": span.text,
            "start": span.start,
            "end": span.end,
            "title": relation.title,
            "former": relation.former,
            "by": relation.by,
            "score": relation.score,
        }
        # The same sentence for the same claim twice: the surer one stays.
        known = reports.get(report["id"])
        if known is None or (report["score"], report["by"]) > (known["score"], known["by"]):
            reports[report["id"]] = report
    statements = {s.id: s.model_dump() for s in extraction.statements}
    for statement in statements.values():
        statement["about"] = sorted(set(statement["about"]))
    return Contribution(
        article,
        [_mention(actor) for actor in extraction.actors],
        list(statements.values()),
        list(reports.values()),
    )


def _mention(actor: Actor) -> Row:
    return {
        "entity": actor.id,
        "count": len(actor.mentions),
        "forms": sorted({*actor.names, *(m.text for m in actor.mentions if m.form == "name")}),
        "roles": sorted(set(actor.roles)),
        "profile": json.dumps([getattr(actor, field) for field in PROFILE], ensure_ascii=False, separators=(",", ":")),
    }


def ends(row: Mapping[str, Any]) -> tuple[str, str]:
    """Subject and object as Claim and edge have them: of symmetric relations the smaller id comes first."""
    subject, object_ = row["subject"], row["object"]
    return (object_, subject) if row["type"] in SYMMETRIC and object_ < subject else (subject, object_)


def of_page(extractions: Iterable[Extraction]) -> dict[str, Contribution]:
    """One contribution an article; of two texts of one article on a page, the least variant."""
    chosen: dict[str, Contribution] = {}
    for extraction in extractions:
        known = chosen.get(extraction.article.id)
        if known is None or variant(extraction) < known.variant:
            chosen[extraction.article.id] = contribution(extraction)
    return chosen
