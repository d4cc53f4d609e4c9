"""A page explained as one HTML file, right to left, that needs nothing else: no script, no font, no net.

The text comes from anywhere, so the browser is told to run and to load nothing but the one style that stands here.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import escape
from pathlib import Path
from typing import Final

from kg.model import Actor, Extraction, Relation, Statement
from loaders.explain.marks import FORMS, Block, Marked, visible

_TYPES: Final = {
    "person": "شخص",
    "country": "دولة",
    "militia": "جماعة مسلحة",
    "organization": "منظمة أو هيئة",
    "agreement": "اتفاق",
    "place": "مكان",
}
_ACTS: Final = {
    "say": "قال",
    "announce": "أعلن",
    "demand": "طالب",
    "deny": "نفى",
    "accuse": "اتهم",
    "criticize": "انتقد",
    "praise": "أشاد",
    "threaten": "هدد",
    "offer": "عرض",
    "agree": "وافق",
    "ask": "سأل",
    "hope": "أمل",
}


def render(extractions: Sequence[Extraction]) -> str:
    """The whole HTML page. Actors are numbered within each article."""
    marked = [Marked(one) for one in extractions]
    pages = list(dict.fromkeys(one.page for one in extractions))
    most = max((len(one.actors) for one in marked), default=0)
    style = _style(most)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    articles = "\n".join(_article(one, n) for n, one in enumerate(marked)) or "<p>لا شيء قُرئ هنا.</p>"
    return f"""<!DOCTYPE html>
<html lang="ar" dir="rtl">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-{digest}'; \
base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{_text("، ".join(pages[:3]) or "Mawqif")}</title>
<style>{style}</style>
</head>
<body>
<main>
{_legend()}
{articles}
</main>
</body>
</html>
"""


@lru_cache
def _sheet() -> str:
    return Path(__file__).with_name("page.css").read_text(encoding="utf-8")


def _style(actors: int) -> str:
    """The style, and for each number that pointing at one mention of an actor shows all of the article."""
    hover = "".join(
        f"article:has(.a{n}:hover) .a{n}{{outline:2px solid #1d2126;outline-offset:1px}}\n"
        for n in range(1, actors + 1)
    )
    return f"\n{_sheet()}{hover}"


def _legend() -> str:
    types = (f'<span><span class="key {name}">{arabic}</span> {_ltr(name)}</span>' for name, arabic in _TYPES.items())
    said = f'<span><span class="key said">قول</span> {_ltr("statement")}</span>'
    read = f'<span><span class="key read">جملة العلاقة</span> {_ltr("evidence")}</span>'
    return f'<div class="legend">{" ".join(types)} {said} {read}</div>'


def _article(marked: Marked, at: int) -> str:
    article = marked.extraction.article
    about = [_ltr(marked.extraction.page), _ltr(article.segment), _ltr(article.published_on or "no date")]
    about += [_bdi(article.publisher)] if article.publisher else []
    if article.url:
        # Only what a browser may follow without running anything becomes a link.
        web = article.url.lower().startswith(("https://", "http://"))
        link = f'<a href="{_text(article.url)}" rel="noopener noreferrer">{_ltr(article.url)}</a>'
        about.append(link if web else _ltr(article.url))
    titled = article.title and not article.text.startswith(article.title)
    head = "".join(f"<span>{part}</span>" for part in about)
    lines = [f'<article id="article-{at}">', f"<header>{head}</header>"]
    lines += [f"<h2>{_text(article.title)}</h2>"] if titled else []
    for index, block in enumerate(marked.blocks):
        lines += _block(marked, block, heading=index == 0 and not titled)
    if marked.actors:
        lines.append(f"<h3>الجهات والأماكن {_ltr('actors')}</h3><table>")
        lines += [_row(marked, number, actor) for number, actor in marked.actors]
        lines.append("</table>")
    return "\n".join([*lines, "</article>"])


def _block(marked: Marked, block: Block, heading: bool) -> Iterator[str]:
    kinds = " ".join(filter(None, ("first" if block.paragraph else "", "head" if heading else "")))
    yield f'<p class="{kinds}">{"".join(_pieces(marked, block))}</p>'
    if block.statements or block.relations:
        yield "<ul>"
        for tag, statement in block.statements:
            yield _statement(marked, tag, statement)
        for tag, relation in block.relations:
            yield _relation(marked, tag, relation)
        yield "</ul>"


def _pieces(marked: Marked, block: Block) -> Iterator[str]:
    actors = dict(marked.actors)
    for piece in marked.pieces(block):
        for tag in piece.begins:
            yield _tag(tag)
        # The number of what ends here stands inside the boxes around it.
        here = _text(marked.text[piece.start : piece.end])
        if piece.mention:
            number, mention = piece.mention
            actor = actors[number]
            told = f"{actor.name} · {actor.type} · {FORMS[mention.form]}"
            kinds = f"{actor.type} {mention.form} a{number}"
            here = f'<span class="{kinds}" title="{_text(told)}">{here}</span>'
        here += "".join(f"<sup>{number}</sup>" for number in piece.closes)
        if piece.evidence:
            here = f'<span class="read">{here}</span>'
        if piece.statements:
            here = f'<span class="said">{here}</span>'
        yield here
        for tag in piece.ends:
            if tag[0] == "S":
                yield '<span class="edge"></span>'


def _statement(marked: Marked, tag: str, one: Statement) -> str:
    parts = [f"{_ltr(one.act)} <span>{_ACTS[one.act]}</span>", _ltr(one.kind)]
    parts += [_ltr(one.date)] if one.date else []
    parts += [f"عبر {_name(marked, one.via)}"] if one.via else []
    parts += ["عن " + "، ".join(_name(marked, actor) for actor in one.about)] if one.about else []
    told = " · ".join(parts)
    return f'<li class="S">{_tag(tag)} <b>{_name(marked, one.speaker)}</b>: {told} {_by(one)}</li>'


def _relation(marked: Marked, tag: str, one: Relation) -> str:
    parts = [f'<span class="{one.status}">{_ltr(one.status)}</span>', _ltr(one.date or "no date")]
    parts += [f"«{_bdi(one.title)}»"] if one.title else []
    parts += [_ltr("former")] if one.former else []
    parts += [f"بحسب {_name(marked, one.claimed_by)}"] if one.claimed_by else []
    edge = f'{_name(marked, one.subject)} ← <span class="type ltr">{one.type}</span> ← {_name(marked, one.object)}'
    return f'<li class="R">{_tag(tag)} {edge} <span class="more">{" · ".join(parts)}</span> {_by(one)}</li>'


def _row(marked: Marked, number: int, actor: Actor) -> str:
    country = actor.iso or (f"{actor.country} ({actor.country_by})" if actor.country else "")
    place = [country, f"acts for {actor.acts_for}" if actor.acts_for else ""]
    place += [f"in {actor.located_in}" if actor.located_in else ""]
    forms = [(told, sum(m.form == form for m in actor.mentions)) for form, told in FORMS.items()]
    seen = ", ".join(f"{count} {told}" for told, count in forms if count)
    roles = f'<div class="more">{_bdi("، ".join(actor.roles))}</div>' if actor.roles else ""
    english = f" {_ltr(actor.name_en)}" if actor.name_en else ""
    cells = (
        f'<td class="num">{number}</td>',
        f"<td>{_name(marked, actor.id)}{english}{roles}</td>",
        f"<td>{_TYPES[actor.type]}</td>",
        f"<td>{_ltr(', '.join(filter(None, place)))}</td>",
        f"<td>{_ltr(seen)}</td>",
        f'<td class="id">{_ltr(actor.id)}</td>',
    )
    return f"<tr>{''.join(cells)}</tr>"


def _name(marked: Marked, actor: str) -> str:
    number = marked.number(actor)
    kind = dict(marked.actors)[number].type
    return f'<bdi class="{kind} a{number}">{_text(marked.name(actor))}</bdi><sup>{number}</sup>'


def _by(one: Statement | Relation) -> str:
    # Apart, or the digits would be ordered with the Arabic word before them.
    return f'<span class="more by ltr" dir="ltr">{_bdi(f"by {one.by}")} {one.score:.2f}</span>'


def _tag(tag: str) -> str:
    return f'<span class="tag {tag[0]}">{tag}</span>'


def _ltr(text: str) -> str:
    return f'<span class="ltr" dir="ltr">{_text(text)}</span>'


def _bdi(text: str) -> str:
    return f"<bdi>{_text(text)}</bdi>"


def _text(text: str) -> str:
    return escape(visible(text))
