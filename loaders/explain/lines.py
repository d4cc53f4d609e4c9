"""A page explained in lines for a terminal: Arabic in logical order, marks in ASCII, colours where they are wanted.

{S1: text that is said}   [name|3] a mention of actor 3   <R2: …> what relation R2 was read from, if no sentence
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from kg.model import Actor, Extraction, Relation, Statement
from loaders.explain.marks import FORMS, Block, Marked, visible

_COLOURS: Final = {
    "person": "33",
    "country": "94",
    "militia": "31",
    "organization": "35",
    "agreement": "36",
    "place": "32",
}
_FAINT, _BOLD = "2", "1"


def render(extractions: Sequence[Extraction], colour: bool) -> str:
    return "\n".join(line for one in extractions for line in _Lines(Marked(one), colour).all())


class _Lines:
    def __init__(self, marked: Marked, colour: bool) -> None:
        self._marked, self._colour = marked, colour
        self._types = {number: actor.type for number, actor in marked.actors}

    def all(self) -> Iterator[str]:
        article = self._marked.extraction.article
        about = (self._marked.extraction.page, article.segment, article.published_on or "no date", article.publisher)
        yield self._paint("== " + "  ".join(visible(part) for part in about if part), _BOLD)
        if article.url:
            yield f"   {visible(article.url)}"
        if article.title and not article.text.startswith(article.title):
            yield self._paint(visible(article.title), _BOLD)
        yield ""
        for block in self._marked.blocks:
            yield self._text(block)
            for tag, statement in block.statements:
                yield self._statement(tag, statement)
            for tag, relation in block.relations:
                yield self._relation(tag, relation)
            if block.statements or block.relations:
                yield ""
        if self._marked.actors:
            yield self._paint("actors", _BOLD)
        for number, actor in self._marked.actors:
            yield self._actor(number, actor)
        yield ""

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour else text

    def _text(self, block: Block) -> str:
        out = []
        for piece in self._marked.pieces(block):
            for tag in piece.begins:
                out.append(self._paint(f"{'{' if tag[0] == 'S' else '<'}{tag}: ", _BOLD))
            here = visible(self._marked.text[piece.start : piece.end])
            out.extend(self._paint("[", _COLOURS[self._types[number]]) for number in piece.opens)
            out.append(self._paint(here, _COLOURS[self._types[piece.mention[0]]]) if piece.mention else here)
            out.extend(self._paint(f"|{number}]", _COLOURS[self._types[number]]) for number in piece.closes)
            out.extend(self._paint("}" if tag[0] == "S" else ">", _BOLD) for tag in piece.ends)
        return "".join(out)

    def _statement(self, tag: str, one: Statement) -> str:
        name = self._marked.name
        parts = [one.act, one.kind, one.date or ""]
        parts += [f"via {name(one.via)}" if one.via else ""]
        parts += ["about " + "، ".join(map(name, one.about)) if one.about else ""]
        told = f"    {tag}  {name(one.speaker)}: {', '.join(filter(None, parts))}"
        return visible(told) + self._by(one)

    def _relation(self, tag: str, one: Relation) -> str:
        name = self._marked.name
        parts = [one.status, one.date or "no date"]
        parts += [f"title {one.title}" if one.title else "", "former" if one.former else ""]
        parts += [f"claimed by {name(one.claimed_by)}" if one.claimed_by else ""]
        told = f"    {tag}  {name(one.subject)} -{one.type}-> {name(one.object)}  ({', '.join(filter(None, parts))})"
        return visible(told) + self._by(one)

    def _by(self, one: Statement | Relation) -> str:
        return self._paint(visible(f"  score {one.score:.2f} by {one.by}"), _FAINT)

    def _actor(self, number: int, actor: Actor) -> str:
        where = actor.iso or (f"{actor.country} (by {actor.country_by})" if actor.country else "")
        forms = [f"{sum(m.form == form for m in actor.mentions)} {told}" for form, told in FORMS.items()]
        parts = [
            actor.name,
            actor.name_en or "",
            actor.type,
            actor.id,
            where,
            f"acts for {actor.acts_for}" if actor.acts_for else "",
            f"in {actor.located_in}" if actor.located_in else "",
            "، ".join(actor.roles),
            ", ".join(form for form in forms if not form.startswith("0 ")),
        ]
        told = visible(f"  {number:3d}  " + "  ".join(filter(None, parts)))
        return self._paint(told, _COLOURS[actor.type])
