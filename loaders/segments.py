"""A page to the stories on it: the main article, further articles, teasers; furniture dropped.

A story's text is made of the page's own lines: its title, a blank line, then what belongs to it in the page's order,
line ends as they were. A duplicated title or caption counts once.
"""

from __future__ import annotations

from kg.model import Article, Page, article_id
from loaders import dates
from loaders.datelines import address_day, dateline, pictured_day, reckoned_day
from loaders.stories import Line, Story, lines_of, stories_of
from loaders.todays import told_day


def split(page: Page) -> list[Article]:
    """The stories of `page`, the main one first, then in the page's order. Pure: the same page gives the same articles.

    `published_on` of the main article is the page's own date, else one that stands at its head; a further story has
    only what stands at its own head. A page of furniture alone gives no article.
    """
    if page.is_article:
        return _whole(page)
    lines = list(lines_of(page.text))
    stories = stories_of(lines, page.title)
    return _articles(page, stories)


def _whole(page: Page) -> list[Article]:
    """A JSON line: an article already, of which nothing is dropped."""
    title, body = (page.title or "").strip(), page.text.strip()
    story = Story("main", title)
    if not title:
        first, _, rest = body.partition("\n")
        story.title, body = first.strip(), rest.strip()
    first, newline, rest = body.partition("\n")
    if body:
        story.lines = [Line(first, "text", "", True)] + ([Line(rest, "text", "", False)] if newline else [])
    return _articles(page, [story])


def _articles(page: Page, stories: list[Story]) -> list[Article]:
    out: list[Article] = []
    known: set[str] = set()
    for story in stories:
        if not story.title and not story.lines:
            continue
        text = _text(story)
        day = page.published_on if story.kind == "main" else None
        day = day or story.day or (_day(story, text, page) if story.kind != "teaser" else None)
        if day is None and story.kind == "main":
            day = address_day(page.url or "") or address_day(page.text)
        ident = article_id(text, page.publisher, day)
        if ident in known:
            continue
        known.add(ident)
        out.append(
            Article(
                id=ident,
                segment=story.kind,
                title=story.title or text.partition("\n")[0],
                text=text,
                url=page.url if story.kind == "main" else None,
                publisher=page.publisher,
                published_on=day,
            )
        )
    return out


def _day(story: Story, text: str, page: Page) -> str | None:
    """The day that a story without a date line tells in its own words."""
    paragraphs = [line.text for line in story.lines if line.kind == "text"]
    pictures = [line.text for line in story.lines if line.kind == "caption"]
    if paragraphs and dateline(paragraphs[0]):
        text = text.replace("\n", f"\n{paragraphs[0][: dateline(paragraphs[0])]}\n", 1)  # it is no part of the text
    if story.undated:
        text = f"{story.undated}\n{text}"
    known = f"{page.url or ''}\n{page.text}" if story.kind == "main" else ""
    day = told_day(paragraphs) or reckoned_day(text, known) or pictured_day(pictures, paragraphs)
    if day is None and story.kind == "main" and dates.tells_today(text):
        from loaders import reckon  # the lexicon is large, and few pages need it

        day = reckon.day(text) or reckoned_day(text, sure=False)
    return day


def _text(story: Story) -> str:
    parts = [story.title] if story.title else []
    first = True
    for number, line in enumerate(story.lines):
        text = line.text
        if first and (line.paragraph or len(text) > 100):
            text, first = text[dateline(text) :], False
        if parts:
            parts.append("\n" if number and not line.gap else "\n\n")
        parts.append(text)
    return "".join(parts)
