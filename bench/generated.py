"""A news corpus that nobody wrote: articles with everything that a reader would have found in them, seeded, streamed.

Each article is made from its number alone, so that any slice can be made again without what came before. Names are
numbered, sentences are one frame filled in; how often actors appear falls off as it does in news (the k-th has 1/k).
"""

from __future__ import annotations

import bisect
import datetime as dt
import itertools
import random
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from kg.model import (
    Actor,
    ActorType,
    Article,
    Extraction,
    Mention,
    Page,
    Relation,
    RelationType,
    Run,
    Span,
    Statement,
    Status,
    article_id,
    claim_id,
    digest,
    statement_id,
)

RUN: Final = Run(reader="generated", version="1", lexicon="none")

COUNTS: Final[dict[ActorType, int]] = {
    "country": 150,
    "person": 20_000,
    "organization": 1_500,
    "militia": 150,
    "place": 800,
    "agreement": 100,
}
_WORDS: Final[dict[ActorType, str]] = {
    "country": "بلد",
    "person": "فلان",
    "organization": "منظمة",
    "militia": "فصيل",
    "place": "مدينة",
    "agreement": "اتفاق",
}
# Type, subject, object, verb, weight: about what the annotated pages have.
_FRAMES: Final[tuple[tuple[RelationType, ActorType, ActorType, str, int], ...]] = (
    ("HOLDS_POSITION", "person", "country", "وزير خارجية", 22),
    ("MET", "person", "person", "التقى", 12),
    ("VISITED", "person", "country", "زار", 10),
    ("VISITED", "person", "place", "وصل إلى", 4),
    ("ACCUSED", "country", "country", "اتهمت", 8),
    ("ATTACKED", "militia", "place", "هاجم", 8),
    ("SUPPORTS", "country", "militia", "دعمت", 6),
    ("SANCTIONED", "country", "organization", "عاقبت", 5),
    ("CRITICIZED", "person", "country", "انتقد", 8),
    ("DEMANDED_WITHDRAWAL", "person", "country", "طالب بانسحاب", 3),
    ("AFFILIATED_WITH", "person", "organization", "عضو في", 8),
    ("PARTY_TO", "country", "agreement", "وقعت", 3),
    ("URGED", "country", "country", "دعت", 3),
)
_WEIGHTS: Final = list(itertools.accumulate(frame[4] for frame in _FRAMES))
STATUSES: Final[tuple[Status, ...]] = ("asserted", "denied", "planned")
_FIRST_DAY: Final = dt.date(2015, 1, 1)
_DAYS: Final = 3650


def corpus(
    articles: int, *, start: int = 0, relations: int = 10, seed: int = 1
) -> Iterator[tuple[Page, list[Extraction]]]:
    """Articles `start` to `start + articles`, each with `relations` relations and two statements; flat in memory."""
    for number in range(start, start + articles):
        yield article(number, relations=relations, seed=seed)


def article(number: int, *, relations: int = 10, seed: int = 1) -> tuple[Page, list[Extraction]]:
    chance = random.Random(f"{seed}/{number}")
    day = (_FIRST_DAY + dt.timedelta(days=chance.randrange(_DAYS))).isoformat()
    title = f"خبر رقم {number} من يوم {day}"
    text = title + "\n"
    actors: dict[str, Actor] = {}
    mentions: dict[str, list[Mention]] = {}
    told = []
    # The few actors that a story is about come again in its sentences.
    cast = {kind: _cast(chance, kind) for kind in COUNTS}

    def place(id: str, kind: ActorType, index: int) -> str:
        nonlocal text
        name = f"{_WORDS[kind]} {index}"
        mentions.setdefault(id, []).append(Mention(start=len(text), end=len(text) + len(name), text=name, form="name"))
        text += name
        return name

    for _ in range(relations):
        frame = _FRAMES[bisect.bisect(_WEIGHTS, chance.randrange(_WEIGHTS[-1]))]
        start = len(text)
        subject = chance.choice(cast[frame[1]])
        place(*subject)
        text += f" {frame[3]} "
        object = chance.choice([actor for actor in cast[frame[2]] if actor != subject])
        place(*object)
        text += " وفق ما نقلت وسائل إعلام محلية عن مصادر مطلعة على مجريات الأمور."
        evidence = Span(start=start, end=len(text), text=text[start:])
        text += "\n"
        status: Status = chance.choices(STATUSES, (90, 5, 5))[0]
        claimed = subject[0] if chance.random() < 0.2 and subject[1] != "agreement" else None
        date = day if chance.random() < 0.3 and frame[0] != "HOLDS_POSITION" else None
        told.append((frame, subject[0], object[0], status, date, claimed, evidence))
    quotes = []
    for _ in range(2):
        speaker, about = chance.choice(cast["person"]), chance.choice(cast["country"])
        place(*speaker)
        text += " قال إن "
        start = len(text)
        place(*about)
        text += f" لن تقبل بهذا الأمر مهما طال الزمن، في تصريح رقم {number}"
        quotes.append((speaker[0], about[0], start, len(text)))
        text += "\n"

    ids = article_id(text, "generated", day)
    story = Article(id=ids, segment="main", title=title, text=text, publisher="generated", published_on=day)
    for id, found in mentions.items():
        actors[id] = _actor(id, tuple(found))
    made = {}
    for frame, subject_id, object_id, status, date, claimed, evidence in told:
        title_ = frame[3] if frame[0] == "HOLDS_POSITION" else None
        claim = claim_id(story, subject_id, frame[0], object_id, status, date, title_)
        made[claim, evidence.start] = Relation(
            id=claim,
            subject=subject_id,
            type=frame[0],
            object=object_id,
            status=status,
            date=date,
            claimed_by=claimed,
            evidence=evidence,
            title=title_,
            former=False if title_ else None,
            by="generated",
            score=round(chance.uniform(0.5, 1), 2),
        )
    statements = tuple(
        Statement(
            id=statement_id(story, speaker_id, start, end),
            speaker=speaker_id,
            kind="indirect",
            act="say",
            about=(about_id,),
            start=start,
            end=end,
            text=text[start:end],
            by="generated",
            score=0.9,
        )
        for speaker_id, about_id, start, end in quotes
    )
    stem = f"generated-{number:07}"
    page = Page(
        id=f"generated:{stem}",
        stem=stem,
        path="/generated/corpus.jsonl",
        sha256=digest(text, size=64),
        text=text,
        title=title,
        publisher="generated",
        published_on=day,
        is_article=True,
    )
    extraction = Extraction(
        page=stem, article=story, actors=tuple(actors.values()), relations=tuple(made.values()), statements=statements
    )
    return page, [extraction]


def reporting(
    name: str, day: str, told: Sequence[tuple[str, RelationType, str, str | None]]
) -> tuple[Page, list[Extraction]]:
    """An article that tells these relations: subject, type, object, date."""
    text = f"{name} {day}\n"
    spans: dict[str, list[Mention]] = {}
    for id in dict.fromkeys(end for subject, _, object, _ in told for end in (subject, object)):
        word = id.replace("/", " ")
        spans[id] = [Mention(start=len(text), end=len(text) + len(word), text=word, form="name")]
        text += word + "\n"
    evidence = []
    for subject, kind, object, date in told:
        sentence = f"{subject} {kind} {object} {date}"
        evidence.append(Span(start=len(text), end=len(text) + len(sentence), text=sentence))
        text += sentence + "\n"
    story = Article(
        id=article_id(text, "hubs", day), segment="main", title=name, text=text, publisher="hubs", published_on=day
    )
    relations = tuple(
        Relation(
            id=claim_id(story, subject, kind, object, "asserted", date),
            subject=subject,
            type=kind,
            object=object,
            date=date,
            evidence=span,
            by="generated",
            score=0.9,
        )
        for (subject, kind, object, date), span in zip(told, evidence, strict=True)
    )
    page = Page(
        id=f"hubs:{name}", stem=name, path="/hubs.jsonl", sha256=digest(text, size=64), text=text, is_article=True
    )
    actors = tuple(_actor(id, tuple(found)) for id, found in spans.items())
    return page, [Extraction(page=name, article=story, actors=actors, relations=relations)]


@cache
def _harmonic(count: int) -> list[float]:
    return list(itertools.accumulate(1 / k for k in range(1, count + 1)))


def _pick(chance: random.Random, kind: ActorType) -> tuple[str, ActorType, int]:
    sums = _harmonic(COUNTS[kind])
    index = bisect.bisect(sums, chance.random() * sums[-1])
    return f"{kind}/{code(index).lower() if kind == 'country' else index}", kind, index


def _cast(chance: random.Random, kind: ActorType) -> list[tuple[str, ActorType, int]]:
    """Two or three different ones, the frequent ones most often."""
    chosen = {_pick(chance, kind) for _ in range(3)}
    while len(chosen) < 2:
        chosen.add(_pick(chance, kind))
    return sorted(chosen)


def code(index: int) -> str:
    """Three letters that stand for a country."""
    return "X" + chr(65 + index // 26) + chr(65 + index % 26)


def _actor(id: str, mentions: tuple[Mention, ...]) -> Actor:
    kind, _, rest = id.partition("/")
    index = int(rest) if rest.isdigit() else None
    iso = rest.upper() if kind == "country" else None
    of = (
        code(index % COUNTS["country"]) if index is not None and kind in ("person", "militia", "organization") else None
    )
    return Actor(
        id=id,
        type=kind,  # type: ignore[arg-type]
        name=mentions[0].text,
        names=(mentions[0].text,),
        iso=iso,
        country=of,
        country_by="lexicon" if of else None,
        acts_for=of if kind == "person" and index is not None and index % 3 == 0 else None,
        located_in=code(index % COUNTS["country"]) if kind == "place" and index is not None else None,
        mentions=mentions,
    )
