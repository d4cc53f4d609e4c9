"""A small world of pages whose extractions are written down by hand: no reader is needed, and every answer is known."""

from __future__ import annotations

from typing import Any

from kg.model import (
    Actor,
    Article,
    Extraction,
    Mention,
    Page,
    Relation,
    Run,
    Span,
    Statement,
    article_id,
    claim_id,
    digest,
    statement_id,
)

RUN = Run(reader="hand", version="1", lexicon="none")

WORLD: dict[str, dict[str, Any]] = {
    "country/irn": {"type": "country", "name": "إيران", "iso": "IRN", "name_en": "Iran", "acts_for": "IRN"},
    "country/tur": {"type": "country", "name": "تركيا", "iso": "TUR", "name_en": "Turkey", "acts_for": "TUR"},
    "country/syr": {"type": "country", "name": "سوريا", "iso": "SYR", "name_en": "Syria", "acts_for": "SYR"},
    "country/rus": {"type": "country", "name": "روسيا", "iso": "RUS", "name_en": "Russia", "acts_for": "RUS"},
    "person/mohammad-bagheri": {
        "type": "person",
        "name": "محمد باقري",
        "names": ("محمد باقري", "باقري"),
        "name_en": "Mohammad Bagheri",
        "country": "IRN",
        "country_by": "position",
        "acts_for": "IRN",
        "roles": ("رئيس هيئة الأركان",),
    },
    "person/bashar-al-assad": {
        "type": "person",
        "name": "بشار الأسد",
        "names": ("بشار الأسد", "الأسد"),
        "name_en": "Bashar al-Assad",
        "country": "SYR",
        "country_by": "position",
        "acts_for": "SYR",
        "roles": ("الرئيس",),
    },
    "person/rifaat-al-assad": {
        "type": "person",
        "name": "رفعت الأسد",
        "names": ("رفعت الأسد", "الأسد"),
        "country": "SYR",
        "country_by": "name",
    },
    "person/moaz-al-khatib": {
        "type": "person",
        "name": "أحمد معاذ الخطيب",
        "names": ("أحمد معاذ الخطيب", "الخطيب"),
        "country": "SYR",
        "country_by": "name",
    },
    "place/damascus": {"type": "place", "name": "دمشق", "located_in": "SYR", "name_en": "Damascus"},
    "agreement/astana": {"type": "agreement", "name": "صيغة أستانا"},
    "organization/tasnim": {"type": "organization", "name": "وكالة تسنيم", "country": "IRN", "country_by": "lexicon"},
}


def page(
    stem: str,
    relations: list[tuple[Any, ...]],
    statements: list[tuple[Any, ...]] = (),  # type: ignore[assignment]
    published_on: str | None = "2019-03-18",
    publisher: str = "وكالة",
    world: dict[str, dict[str, Any]] | None = None,
) -> tuple[Page, list[Extraction]]:
    """One page with one article. A relation is (sentence, subject, type, object, and perhaps a dict of more), a
    statement (sentence, speaker, act, words, about, and perhaps a dict of more)."""
    world = world or WORLD
    sentences = list(dict.fromkeys([*(one[0] for one in relations), *(one[0] for one in statements)]))
    title = f"عنوان {stem}"
    text = ". ".join([title, *sentences]) + "."
    article = Article(
        id=article_id(text, publisher, published_on),
        segment="main",
        title=title,
        text=text,
        publisher=publisher,
        published_on=published_on,
        url=f"https://example.org/{stem}",
    )

    def span(words: str, within: str | None = None) -> dict[str, Any]:
        base = text.index(within) if within else 0
        start = text.index(words, base)
        return {"start": start, "end": start + len(words), "text": words}

    used: dict[str, None] = {}
    made_relations = []
    for sentence, subject, kind, object_, *more in relations:
        extra = dict(more[0]) if more else {}
        used |= dict.fromkeys([subject, object_, *([extra["claimed_by"]] if extra.get("claimed_by") else [])])
        status, date = extra.get("status", "asserted"), extra.get("date")
        made_relations.append(
            Relation(
                id=claim_id(article, subject, kind, object_, status, date, extra.get("title")),
                subject=subject,
                type=kind,
                object=object_,
                evidence=Span(**span(sentence)),
                by="hand",
                **{"score": 0.9, **extra},
            )
        )
    made_statements = []
    for sentence, speaker, act, words, about, *more in statements:
        extra = dict(more[0]) if more else {}
        used |= dict.fromkeys([speaker, *about, *([extra["via"]] if extra.get("via") else [])])
        where = span(words, sentence)
        made_statements.append(
            Statement(
                id=statement_id(article, speaker, where["start"], where["end"]),
                speaker=speaker,
                act=act,
                about=tuple(about),
                by="hand",
                **where,
                **{"kind": "indirect", "score": 0.8, **extra},
            )
        )
    actors = []
    for ident in used:
        about_ = world[ident]
        names = about_.get("names", (about_["name"],))
        said = next((name for name in names if name in text), None)
        mentions = (Mention(form="name" if said else "title", **span(said or title)),)
        actors.append(Actor(id=ident, mentions=mentions, **{**about_, "names": names, **_by(about_)}))
    found = Page(
        id=f"/made/{stem}.txt",
        stem=stem,
        path=f"/made/{stem}.txt",
        sha256=digest(text, size=64),
        text=text,
        publisher=publisher,
        published_on=published_on,
    )
    extraction = Extraction(
        page=stem,
        article=article,
        actors=tuple(actors),
        relations=tuple(made_relations),
        statements=tuple(made_statements),
    )
    return found, [extraction]


def _by(about: dict[str, Any]) -> dict[str, Any]:
    return {"name_en_by": "lexicon"} if about.get("name_en") else {}


def pages() -> list[tuple[Page, list[Extraction]]]:
    iran, turkey, syria, russia = "country/irn", "country/tur", "country/syr", "country/rus"
    damascus, tasnim = "place/damascus", "organization/tasnim"
    bagheri, assad, khatib = "person/mohammad-bagheri", "person/bashar-al-assad", "person/moaz-al-khatib"
    return [
        page(
            "p1",
            [
                ("طالب باقري القوات التركية بالانسحاب", bagheri, "DEMANDED_WITHDRAWAL", turkey, {"date": "2019-03-17"}),
                ("زار الأسد طهران", assad, "VISITED", iran, {"date": "2019-02-25"}),
                ("زار باقري دمشق", bagheri, "VISITED", "place/damascus", {"date": "2019-03-17"}),
                ("نفت إيران أن تكون لها قوات", iran, "DEPLOYED_IN", syria, {"status": "denied", "claimed_by": iran}),
                ("رئيس هيئة الأركان باقري", bagheri, "HOLDS_POSITION", iran, {"title": "رئيس هيئة الأركان"}),
            ],
            [
                ("قال باقري إن على القوات أن تنسحب", bagheri, "demand", "على القوات أن تنسحب", [turkey, syria],
                 {"date": "2019-03-17", "via": "organization/tasnim"}),
                ("نفت إيران وجود أي قوات", iran, "deny", "وجود أي قوات", [syria]),
            ],
        ),
        page(
            "p2",
            [
                ("لإيران قوات في سوريا", iran, "DEPLOYED_IN", syria),
                ("طالب الخطيب إيران بسحب قواتها", khatib, "DEMANDED_WITHDRAWAL", iran, {"date": "2013"}),
                ("التقى باقري الأسد العام الماضي", bagheri, "MET", assad, {"date": "2018"}),
                ("زار باقري دمشق في آذار", bagheri, "VISITED", damascus, {"date": "2019-03", "claimed_by": syria}),
                ("الخطيب رئيس الائتلاف", khatib, "HOLDS_POSITION", tasnim, {"title": "رئيس", "former": True}),
            ],
            published_on="2019-03-20",
        ),
        page(
            "p3",
            [
                ("التقى باقري الأسد", bagheri, "MET", assad, {"date": "2018-05-23"}),
                ("التقى وفد روسي باقري", russia, "MET", bagheri),
                ("روسيا ضامنة", russia, "PARTY_TO", "agreement/astana"),
                ("رفعت الأسد اتهم تركيا", "person/rifaat-al-assad", "ACCUSED", turkey),
            ],
            published_on=None,
        ),
    ]  # fmt: skip
