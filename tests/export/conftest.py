"""A small graph with every trap that an export meets, in either engine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

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
from kg.store import GraphStore, open_store

RUN = Run(reader="by-hand", version="1", lexicon="none")

A, B, C = "person/a", "country/syr", "organization/c"
NAMES = {
    A: '=HYPERLINK("http://x") \'أ\' \u0007و\u202e "ب", <b>',
    B: "سوريا",
    C: "-2+3; مجلس\nالأمن",
}


def story(
    name: str,
    day: str | None,
    relations: list[tuple[str, str, str, str, str | None, bool]],
    folder: str = "/news",
) -> tuple[Page, list[Extraction]]:
    """A page whose article tells `relations`: subject, type, object, status, date, whether A claims it."""
    text = f"{name}\n" + "\n".join(f"{id}: {label}" for id, label in NAMES.items()) + "\n"
    spans = []
    for subject, type_, object_, status, date, claimed in relations:
        sentence = f"{subject} {type_} {object_} {status} {date} {claimed}"
        spans.append(Span(start=len(text), end=len(text) + len(sentence), text=sentence))
        text += sentence + "\n"
    quote = Span(start=len(text), end=len(text) + 8, text="=1+1 قال")
    text += quote.text
    article = Article(
        id=article_id(text, "o", day), segment="main", title=name, text=text, publisher="o", published_on=day
    )

    def mention(label: str) -> Mention:
        start = text.index(label)
        return Mention(start=start, end=start + len(label), text=label, form="name")

    actors = tuple(
        Actor(
            id=id,
            type="person" if id == A else "country" if id == B else "organization",
            name=label,
            names=(label,),
            iso="SYR" if id == B else None,
            roles=('وزير, "سابق"',) if id == A else (),
            mentions=(mention(label),),
        )
        for id, label in NAMES.items()
    )
    made = tuple(
        Relation(
            id=claim_id(article, subject, type_, object_, status, date, "وزير" if type_ == "HOLDS_POSITION" else None),
            subject=subject,
            type=type_,  # type: ignore[arg-type]
            object=object_,
            status=status,  # type: ignore[arg-type]
            date=date,
            claimed_by=A if claimed else None,
            evidence=span,
            title="وزير" if type_ == "HOLDS_POSITION" else None,
            former=False if type_ == "HOLDS_POSITION" else None,
            by="hand",
            score=0.75,
        )
        for span, (subject, type_, object_, status, date, claimed) in zip(spans, relations, strict=True)
    )
    said = Statement(
        id=statement_id(article, A, quote.start, quote.end),
        speaker=A,
        kind="direct",
        act="say",
        about=(B,),
        via=C,
        by="hand",
        score=0.5,
        **quote.model_dump(),
    )
    path = f"{folder}/{name}.txt"
    page = Page(id=path, stem=name, path=path, sha256=digest(text, size=64), text=text, published_on=day)
    return page, [Extraction(page=name, article=article, actors=actors, relations=made, statements=(said,))]


STORIES: list[tuple[str, str | None, list[tuple[str, str, str, str, str | None, bool]]]] = [
    ("one", "2020-03-15", [
        (A, "VISITED", B, "asserted", "2020-02", False),
        (A, "VISITED", B, "denied", "2020-02", False),
        (A, "VISITED", B, "planned", None, False),
        (A, "ACCUSED", B, "asserted", None, True),
        (A, "HOLDS_POSITION", B, "asserted", None, False),
    ]),
    ("two", "2020-02-20", [
        # Within the month that the first tells: spells of one edge may not overlap.
        (A, "VISITED", B, "asserted", "2020-02-10", False),
        (A, "VISITED", B, "asserted", "2021", False),
        (A, "MET", C, "asserted", "2020-01-01", False),
        (A, "ACCUSED", B, "asserted", "2020-02-19", False),
    ]),
    ("three", None, [
        (A, "VISITED", B, "asserted", None, False),
        (A, "ACCUSED", B, "asserted", None, True),
    ]),
]  # fmt: skip


def items(folder: str = "/news") -> list[tuple[Page, list[Extraction]]]:
    return [story(*each, folder=folder) for each in STORIES]


def fill(store: GraphStore, pages: list[tuple[Page, list[Extraction]]]) -> GraphStore:
    for page in pages:
        store.add([page], RUN)
    store.finish()
    return store


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def store(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[GraphStore]:
    """STORIES in either engine, for tests that only read."""
    if request.param == "embedded":
        opened = open_store(path=str(tmp_path_factory.mktemp("store") / "graph.db"))
    else:
        server = request.getfixturevalue("neo4j_module")
        opened = open_store(server.uri, auth=server.auth)
    with opened as store:
        yield fill(store, items())
