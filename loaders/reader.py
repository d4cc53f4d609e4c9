"""The rule reader: an Article in, an Extraction out."""

from __future__ import annotations

from kg.model import Article, Extraction, Statement
from loaders import communiques, decide, openings
from loaders.actors import Cast
from loaders.clause import Syntax
from loaders.doc import Doc
from loaders.mentions import chunks
from loaders.relations import Relater
from loaders.statements import Reader
from loaders.topics import Topics


def read(page: str, article: Article) -> Extraction:
    doc = Doc(article)
    openings.skip(doc)
    found = chunks(doc)
    cast = Cast(doc, found)
    syntax = Syntax(doc, cast)
    syntax.author = communiques.author(doc, syntax)
    said = Reader(doc, cast, syntax).read()
    decide.date_statements(doc, syntax, said)
    proposals = Relater(doc, cast, syntax, said).read()
    topics = Topics(doc, cast, said, proposals)
    about = {k: topics.of(s) for k, s in enumerate(said)}
    stated = decide.statements(doc, cast, said, about)
    used = (
        {s.speaker for s in stated}
        | {a for s in stated for a in s.about if a not in cast.unnamed}
        | {str(e) for p in proposals for e in (p.subject, p.object)}
    )
    actors = cast.actors(used)
    known = {a.id for a in actors}
    stated = [_among(s, known) for s in stated if s.speaker in known]
    related = decide.relations(doc, syntax, said, proposals, known)
    return decide.extraction(page, article, actors, related, stated)


def _among(stated: Statement, known: set[str]) -> Statement:
    """The statement, with those alone whom it is about, and through whom it comes, that stand."""
    if known.issuperset(stated.about) and (stated.via is None or stated.via in known):
        return stated
    about = tuple(a for a in stated.about if a in known)
    return stated.model_copy(update={"about": about, "via": stated.via if stated.via in known else None})
