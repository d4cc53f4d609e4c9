"""Synthetic readings: seeded, valid by kg.model, with all that real ones have (and no text of anyone's).

pages = Factory(seed=1).pages(20)        # [(Page, [Extraction, …]), …]
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from kg.model import (
    RELATION_TYPES,
    STANDING,
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
    fold,
    statement_id,
)

RUN = Run(reader="rules", version="1", lexicon="a" * 16)
LATER = Run(reader="rules", version="2", lexicon="b" * 16)

_FIRST = ["سالم", "نادر", "هيثم", "كامل", "رامي", "عماد", "زاهر", "وائل", "طلال", "إياد", "آدم", "ليلى"]
_LAST = ["الوردي", "النجار", "القاسمي", "البحري", "المصري", "الشرقي", "العلي", "الحداد", "البيطار", "الأزهري"]
_WORDS = ["قال", "أمس", "إن", "اتفاق", "جديد", "في", "منطقة", "بعد", "لقاء", "مع", "حول", "ملف", "ضد", "قرار", "2254"]
_ISO = ["IRN", "SYR", "TUR", "RUS", "USA", "LBN", "IRQ", "EGY"]
_COUNTRIES = ["إيران", "سوريا", "تركيا", "روسيا", "الولايات المتحدة", "لبنان", "العراق", "مصر"]


@dataclass
class Factory:
    """Makes pages from `seed`: `people` and `places` set how many listed actors there are to meet again."""

    seed: int = 0
    people: int = 20
    places: int = 6
    relations: tuple[int, int] = (1, 6)
    statements: tuple[int, int] = (0, 3)
    undated: float = 0.5
    dateless: float = 0.1
    articles: tuple[int, int] = (1, 2)
    _random: random.Random = field(init=False)
    _listed: list[dict[str, Any]] = field(init=False)

    def __post_init__(self) -> None:
        self._random = random.Random(self.seed)
        listed: list[dict[str, Any]] = [
            {
                "id": f"country/{iso.lower()}",
                "type": "country",
                "name": name,
                "iso": iso,
                "country": iso,
                "acts_for": iso,
            }
            for iso, name in zip(_ISO, _COUNTRIES, strict=True)
        ]
        for n in range(self.people):
            name = f"{_FIRST[n % len(_FIRST)]} {_LAST[n * 7 % len(_LAST)]} {n}"
            iso = _ISO[n % len(_ISO)]
            listed.append({"id": f"person/p{n}", "type": "person", "name": name, "name_en": f"Person Né {n}",
                           "name_en_by": "lexicon", "country": iso, "country_by": "lexicon"})  # fmt: skip
        for n in range(self.places):
            listed.append(
                {"id": f"place/x{n}", "type": "place", "name": f"بلدة {n}", "located_in": _ISO[n % len(_ISO)]}
            )
        listed.append({"id": "militia/m", "type": "militia", "name": "كتائب الريح", "country": "SYR"})
        listed.append({"id": "organization/o", "type": "organization", "name": "وكالة الريح", "acts_for": "IRN"})
        listed.append({"id": "agreement/a", "type": "agreement", "name": "القرار (2254)"})
        self._listed = listed

    def pages(self, count: int) -> list[tuple[Page, list[Extraction]]]:
        return list(self.stream(count))

    def stream(self, count: int) -> Iterator[tuple[Page, list[Extraction]]]:
        for n in range(count):
            articles = [self.extraction(n, m) for m in range(self._random.randint(*self.articles))]
            yield page(f"/news/{self.seed}/{n:06d}.txt", articles), articles

    def extraction(self, n: int, m: int = 0) -> Extraction:
        rng = self._random
        published = (
            None
            if rng.random() < self.dateless
            else f"20{rng.randint(15, 24)}-{rng.randint(1, 12):02d}-{rng.randint(1, 28):02d}"
        )
        if published and rng.random() < 0.05:
            published = published[:7]
        cast = [dict(each) for each in rng.sample(self._listed, k=min(len(self._listed), rng.randint(3, 8)))]
        if rng.random() < 0.5:
            cast.append(self._unlisted(n))
        if not any(each["type"] in ("person", "country", "militia", "organization") for each in cast):
            cast.append(dict(self._listed[0]))
        sentences = []
        for _ in range(rng.randint(3, 7)):
            names = " ".join(each["name"] for each in rng.sample(cast, k=min(2, len(cast))))
            sentences.append(f"{names} {' '.join(rng.choices(_WORDS, k=8))} {self.seed} {n} {m}.")
        text = "\n".join([*sentences, " ".join(each["name"] for each in cast)])
        article = Article(
            id=article_id(text, "outlet", published), segment="main" if m == 0 else rng.choice(["article", "teaser"]),
            title=f"عنوان {n} {m}", text=text, url=f"https://example.org/{n}/{m}", publisher="outlet",
            published_on=published,
        )  # fmt: skip
        actors = [self._actor(each, text) for each in cast]
        spans = [Span(start=(at := text.index(s)), end=at + len(s), text=s) for s in sentences]
        return Extraction(page=f"{n:06d}", article=article, actors=tuple(actors),
                          relations=tuple(self._relations(article, actors, spans)),
                          statements=tuple(self._statements(article, actors, spans)))  # fmt: skip

    def _unlisted(self, n: int) -> dict[str, Any]:
        rng = self._random
        name = f"{rng.choice(_FIRST)} {rng.choice(_LAST)}"
        spelled = name if rng.random() < 0.6 else name.replace("إ", "ا").replace("آ", "ا")
        if rng.random() < 0.2:
            return {"id": f"person/{fold(name.split()[0])}@{n}", "type": "person", "name": spelled.split()[0]}
        iso = rng.choice(["", "", "irn", "syr"])
        return {"id": f"person/{fold(name)}~{iso}", "type": "person", "name": spelled, "country": iso.upper() or None,
                "country_by": "position" if iso else None, "roles": (rng.choice(["وزير", "نائب", "عضو"]),)}  # fmt: skip

    def _actor(self, each: dict[str, Any], text: str) -> Actor:
        name, mentions, at = each["name"], [], text.find(each["name"])
        while at >= 0:
            mentions.append(Mention(start=at, end=at + len(name), text=name, form="name"))
            at = text.find(name, at + 1)
        return Actor(names=(name,), mentions=tuple(mentions), **each)

    def _relations(self, article: Article, actors: list[Actor], spans: list[Span]) -> Iterator[Relation]:
        rng, made = self._random, set()
        subjects = [a for a in actors if a.type not in ("place", "agreement")]
        for _ in range(rng.randint(*self.relations)):
            kind = rng.choice(RELATION_TYPES)
            subject, object_ = rng.choice(subjects), rng.choice(actors)
            if subject.id == object_.id or (kind == "HOLDS_POSITION" and subject.type != "person"):
                continue
            title = rng.choice(["رئيس الأركان", "رئيس", "وزير الخارجية"]) if kind == "HOLDS_POSITION" else None
            date = (
                None
                if kind in STANDING or rng.random() < self.undated
                else rng.choice(["2018", "2019-02", "2019-03-17"])
            )
            status = rng.choice(["asserted", "asserted", "denied", "planned"])
            id_ = claim_id(article, subject.id, kind, object_.id, status, date, title)
            if id_ in made:
                continue
            made.add(id_)
            yield Relation(id=id_, subject=subject.id, type=kind, object=object_.id, status=status, date=date,
                           claimed_by=rng.choice(actors).id if rng.random() < 0.3 else None, evidence=rng.choice(spans),
                           title=title, former=rng.random() < 0.3 if title else None, by="frame:test",
                           score=round(rng.uniform(0.3, 1), 2))  # fmt: skip

    def _statements(self, article: Article, actors: list[Actor], spans: list[Span]) -> Iterator[Statement]:
        rng = self._random
        for span in rng.sample(spans, k=min(len(spans), rng.randint(*self.statements))):
            speaker = rng.choice(actors).id
            yield Statement(
                id=statement_id(article, speaker, span.start, span.end), speaker=speaker,
                kind=rng.choice(["direct", "indirect"]), act=rng.choice(["say", "deny", "demand"]),
                date=rng.choice([None, "2019-03", "2019-03-17"]),
                about=tuple(a.id for a in rng.sample(actors, k=min(2, len(actors)))),
                via="organization/o" if any(a.id == "organization/o" for a in actors) and rng.random() < 0.5 else None,
                by="cue:test", score=0.9, **span.model_dump(),
            )  # fmt: skip


def page(path: str, extractions: list[Extraction], *, is_article: bool = False, id: str | None = None) -> Page:
    text = "\n\n".join(each.article.text for each in extractions)
    stem = path.rsplit("/", 1)[-1].removesuffix(".txt")
    return Page(id=id or path, stem=stem, path=path, sha256=hashlib.sha256(text.encode()).hexdigest(), text=text,
                is_article=is_article)  # fmt: skip
