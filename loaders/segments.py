"""A page to the stories on it: the main article, further articles, teasers; furniture dropped.

A story's text is made of the page's own lines: its title, a blank line, then what belongs to it in the page's order,
line ends as they were. A duplicated title or caption counts once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from kg.model import Article, Page, SegmentKind, article_id
from loaders import dates, furniture, seams

_SENTENCE_END = (".", "؟", "!", "…", "»", "”", '"', "؛", ":")
_DIGIT = re.compile(r"\d")
_LONG = 20
"""Words; a line of so many is a paragraph, whatever it ends with."""
_SECTION = re.compile(r"^(?:شؤون إقليمية|يوميات الشرق|العالم العربي|المشرق العربي|شمال أفريقيا|أوروبا|آسيا)\s+")
"""A section's name that a list of related stories sets before a caption."""


@dataclass(slots=True)
class _Line:
    text: str
    kind: furniture.LineKind
    folded: str
    gap: bool
    """A blank line stands before it."""

    @property
    def paragraph(self) -> bool:
        """Running text: long, or of some length and closed as sentences are (headlines may end with ؟ and ..)."""
        if self.kind != "text":
            return False
        words = self.text.count(" ") + 1
        if words >= _LONG:
            return True
        closed = self.text.endswith(".") and not self.text.endswith("..")
        return (words >= 7 and closed) or (words >= 14 and self.text.endswith(_SENTENCE_END))

    @property
    def headline(self) -> bool:
        return self.kind == "text" and not self.paragraph and len(self.text.split()) >= 3


@dataclass(slots=True)
class _Story:
    kind: SegmentKind
    title: str = ""
    lines: list[_Line] = field(default_factory=list)
    day: str | None = None
    seen: set[str] = field(default_factory=set)

    def add(self, line: _Line) -> None:
        if line.folded not in self.seen:
            self.seen.add(line.folded)
            self.lines.append(line)

    def name(self, title: str) -> None:
        self.title = title
        self.seen.add(furniture.fold(title))


def split(page: Page) -> list[Article]:
    """The stories of `page`, the main one first, then in the page's order. Pure: the same page gives the same articles.

    `published_on` of the main article is the page's own date, else one that stands at its head; a further story has
    only what stands at its own head. A page of furniture alone gives no article.
    """
    if page.is_article:
        return _whole(page)
    lines = list(_lines(page.text))
    stories = _stories(lines, page.title)
    return _articles(page, stories)


def _whole(page: Page) -> list[Article]:
    """A JSON line: an article already, of which nothing is dropped."""
    title, body = (page.title or "").strip(), page.text.strip()
    story = _Story("main", title)
    if not title:
        first, _, rest = body.partition("\n")
        story.title, body = first.strip(), rest.strip()
    story.lines = [_Line(body, "text", "", True)] if body else []
    story.day = (
        None if page.published_on else _told_day([_Line(line, "text", "", False) for line in body.split("\n")[:3]])
    )
    return _articles(page, [story])


def _lines(text: str) -> Iterator[_Line]:
    gap = False
    for raw in text.split("\n"):
        line = raw.strip(" \t\u00a0\u200f\u200e\u200b\ufeff")
        if not line:
            gap = True
            continue
        folded = furniture.fold(line) if len(line) <= furniture.LONGEST else line
        kind = furniture.kind(line, folded)
        if kind == "caption" and (text := furniture.caption_text(line)) != line:
            line, folded = text, furniture.fold(text)
        yield _Line(line, kind, folded, gap)
        gap = False


def _stories(lines: list[_Line], title: str | None) -> list[_Story]:
    first = next((i for i, line in enumerate(lines) if line.kind == "text"), 0)
    start = next(
        (
            i
            for i, line in enumerate(lines)
            if line.paragraph and not (i == first and line.text.count(" ") < _LONG) and not _is_run(line)
        ),
        len(lines),
    )
    main = _Story("main")
    others: list[_Story] = []
    _read_head(lines[:start], main, others, title)
    at = _read_body(lines, start, main, others)
    _read_rest(lines, at, others)
    return [main, *others]


def _is_run(line: _Line) -> bool:
    """Several headlines without a space between them, not a paragraph: no full stop, and seams."""
    return not line.text.endswith(".") and "، " not in line.text and len(seams.split(line.text)) >= 2


def _read_head(head: list[_Line], main: _Story, others: list[_Story], title: str | None) -> None:
    """Title, captions and date of the main article; headlines of other stories that are run together before it."""
    plain: list[_Line] = []
    closed = False
    for line in head:
        if line.kind in ("share", "date", "byline"):
            closed = closed or bool(plain)
            if line.kind == "date" and main.day is None:
                main.day = furniture.date_of(line.text)
        elif line.kind == "caption":
            plain.append(line)
        elif line.kind == "inline":
            others.append(_teaser(furniture.inline_headline(line.text)))
        elif line.kind == "text":
            spans = seams.split(line.text)
            if len(spans) > 1:
                others.extend(_teaser(line.text[a:b]) for a, b in spans)
            elif not closed or len(line.text.split()) >= 4:
                plain.append(line)
    found = _title(plain, title)
    if found is None:
        return
    main.name(title or found.text)
    at = plain.index(found)
    for line in plain[at + 1 :] if title is None or furniture.fold(title) == found.folded else plain:
        if line.kind == "caption" or len(line.text.split()) >= 4:
            main.add(line)


def _title(plain: list[_Line], title: str | None) -> _Line | None:
    """The line that is the title: the given one, one that stands twice, else the first of four words and more."""
    texts = [line for line in plain if line.kind == "text"]
    if title is not None:
        same = [line for line in texts if line.folded == furniture.fold(title)]
        return same[0] if same else (plain[0] if plain else _Line(title, "text", furniture.fold(title), False))
    folded = [line.folded for line in texts]
    for least, twice in ((3, True), (4, False), (2, False)):
        for line in texts:
            if len(line.text.split()) >= least and (not twice or folded.count(line.folded) > 1):
                return line
    return texts[0] if texts else plain[0] if plain else None


def _read_body(lines: list[_Line], start: int, main: _Story, others: list[_Story]) -> int:
    """The main article's paragraphs; returns where what follows it begins."""
    at = start
    while at < len(lines):
        line = lines[at]
        if line.kind in ("related", "more", "tail"):
            break
        if line.kind == "inline":
            others.append(_teaser(furniture.inline_headline(line.text)))
        elif line.kind in ("text", "caption"):
            if at > start and _begins_story(lines, at):
                break
            if line.kind == "text" and not line.paragraph and (first := _doubled_caption(line)):
                line = _Line(first, "caption", furniture.fold(first), line.gap)
            main.add(line)
        elif line.kind == "date" and main.day is None:
            main.day = furniture.date_of(line.text)
        at += 1
    while main.lines and _is_signature(main.lines[-1]):
        main.lines.pop()
    return at


def _begins_story(lines: list[_Line], at: int) -> bool:
    """A headline amid paragraphs, with a byline, a date, a caption or itself again before the next paragraph."""
    if not lines[at].headline or len(lines[at].text.split()) < 4:
        return False
    sign = at > 0 and lines[at - 1].kind == "share" and lines[at].gap
    for line in lines[at + 1 : at + 7]:
        if line.paragraph:
            return sign
        if line.kind in ("byline", "date", "share") or line.folded == lines[at].folded:
            sign = True
        elif line.kind == "caption":
            sign = sign or line.gap
        elif line.kind in ("related", "more", "tail", "inline"):
            return False
    return False


def _read_rest(lines: list[_Line], at: int, others: list[_Story]) -> None:
    """Related stories and further articles after the main one."""
    story: _Story | None = None
    captions: list[_Line] = []
    closed = tail = False
    for i in range(at, len(lines)):
        line = lines[i]
        if line.kind in ("related", "more"):
            story, captions, closed, tail = None, [], False, False
        elif line.kind == "tail":
            story, tail = None, True
        elif tail and not _begins_story(lines, i):
            continue
        elif line.kind == "inline":
            others.append(_teaser(furniture.inline_headline(line.text)))
        elif line.kind == "caption":
            tail = False
            line = _Line(_SECTION.sub("", line.text), "caption", line.folded, line.gap)
            if story is not None and story.lines and any(one.paragraph for one in story.lines) and closed:
                captions.append(line)  # of the next story
            elif story is not None:
                story.add(line)
            else:
                captions.append(line)
        elif line.kind == "byline":
            closed = story is not None and bool(story.lines)
            if story is not None and not story.lines:
                story.kind = "article"
        elif line.kind == "date":
            if story is not None and story.day is None and not any(one.paragraph for one in story.lines):
                story.day, story.kind = furniture.date_of(line.text), "article"
        elif line.kind == "share":
            if story is not None and not any(one.paragraph for one in story.lines):
                story.kind = "article"
        elif line.paragraph and not _is_run(line):
            if story is None:
                story = _Story("article")
                story.name(_first_sentence(line.text))
                others.append(story)
            story.add(line)
        elif line.kind == "text":
            tail = False
            spans = seams.split(line.text)
            if len(spans) > 1:
                others.extend(_teaser(line.text[a:b]) for a, b in spans)
                story, captions, closed = None, [], False
            elif len(line.text.split()) >= 3 and not (story is not None and line.folded in story.seen):
                if story is not None and _continues(story, lines, i, closed):
                    story.add(line)
                    continue
                story, closed = _teaser(line.text), False
                others.append(story)
                for caption in captions:
                    story.add(caption)
                captions = []
    for one in others:
        while one.lines and _is_signature(one.lines[-1]):
            one.lines.pop()
        if sum(line.paragraph for line in one.lines) >= 2:
            one.kind = "article"


def _continues(story: _Story, lines: list[_Line], at: int, closed: bool) -> bool:
    """Whether a short line is a caption or a heading within `story`, and not the next headline."""
    paragraphs = sum(line.paragraph for line in story.lines)
    if closed or not paragraphs:
        return False
    return not lines[at].gap if paragraphs == 1 else not _begins_story(lines, at)


def _teaser(text: str) -> _Story:
    story = _Story("teaser")
    story.name(text.strip())
    return story


def _is_signature(line: _Line) -> bool:
    """A last line of a word or three without a full stop: the outlet's name, a section, a reporter."""
    return line.kind == "text" and len(line.text.split()) <= 3 and not line.text.endswith(_SENTENCE_END)


def _doubled_caption(line: _Line) -> str | None:
    """A caption that the page gives twice without a space between: its longer half."""
    spans = seams.split(line.text)
    if len(spans) != 2 or line.text.endswith("."):
        return None
    first, second = (line.text[a:b] for a, b in spans)
    words, others = set(furniture.fold(first).split()), set(furniture.fold(second).split())
    if len(words & others) < 0.7 * min(len(words), len(others)):
        return None
    return first if len(words) >= len(others) else second


def _first_sentence(text: str) -> str:
    return re.split(r"(?<=[.؟!])\s", text, maxsplit=1)[0][:200]


# What opens a paragraph: place, agency and date before the news begins.

_AGENCY = (
    r"(?:cnn|رويترز|أ ?\.? ?ف ?\.? ?ب|ا ?\.? ?ف ?\.? ?ب|د ?\.? ?ب ?\.? ?أ|وكالات|خاص|العربية|سانا|واس|وام|قنا"
    r"|كونا|بترا|واع|وفا|إرنا|ارنا|تسنيم|الأناضول|وات|واج|و م ع|العمانية|سبأ|بنا)"
)
_SLASHED = re.compile(rf"^[^\n/]{{0,60}}?(?:/[^\n/]{{3,40}}){{0,3}}/\s?{_AGENCY}\s?/\s*[-–—.:]*\s*", re.IGNORECASE)
_BRACKETED = re.compile(r"^[^()\n]{0,60}\([^()\n]{2,40}\)[^()\n]{0,40}?\s?[-–—]{1,3}\s*")
_DASHED = re.compile(r"^[^\n«“\"]{2,70}?\s?[-–—]{1,3}\s+(?!ال)")


def dateline(paragraph: str) -> int:
    """How many characters at the start of a story's first paragraph are its dateline (`دبي (CNN)— `), 0 for none."""
    if (found := _SLASHED.match(paragraph)) is not None:
        return found.end()
    found = _BRACKETED.match(paragraph)
    if found is not None and len(found[0].split()) <= 12:
        return found.end()
    found = _DASHED.match(paragraph)
    if found is not None:
        head = found[0]
        words = re.findall(r"[^\W\d]+", head)
        if re.search(rf"/\s?{_AGENCY}\b", head, re.IGNORECASE) or any(len(s.iso) == 10 for s in dates.find(head)):
            return found.end() if len(words) <= 9 else 0
        if len(words) <= 2 and not re.search(r"\d|[،:]", head) and len(paragraph) - found.end() > 40:
            return found.end()
    return 0


def _told_day(lines: list[_Line]) -> str | None:
    """The day of publishing as the first paragraphs tell it: in the dateline, or «اليوم/أمس» with a whole date, or the
    lead's own weekday and whole date."""
    paragraphs = [line.text for line in lines if line.kind == "text" and len(line.text) > 30][:3]
    for number, text in enumerate(paragraphs):
        end = dateline(text) if number == 0 else 0
        for span in dates.find(text[:600]) if _DIGIT.search(text, 0, 600) else ():
            if len(span.iso) != 10 or span.kind != "absolute":
                continue
            told = dates.fold(text[span.start : span.end])
            day = date.fromisoformat(span.iso)
            if told.startswith("امس"):
                back = 2 if dates.fold(text[: span.start]).endswith("اول ") else 1
                return (day + timedelta(days=back)).isoformat()
            if told.startswith("اليوم") or span.end <= end:
                return span.iso
            weekday = dates.WEEKDAYS.get(re.split(r"\W", told.removeprefix("يوم "), maxsplit=1)[0])
            if number == 0 and span.start < 60 and weekday == day.weekday():
                return span.iso
    return None


def _reckoned_day(text: str) -> str | None:
    """The day of a text that says «أمس، الأربعاء 10 من أيار» and tells years elsewhere: the first such day not before
    the latest date that it tells, if that is at most two years later."""
    if not dates.tells_day(text):
        return None
    told = [span.iso for span in dates.find(text) if span.kind in ("absolute", "since")]
    if not told:
        return None
    latest = max(told)
    first = date.fromisoformat((latest + "-01-01")[:10] if len(latest) == 4 else (latest + "-01")[:10])
    days = dates.days_of(text, first, first + timedelta(days=730))
    whole = [day for day in days if day.isoformat()[: len(latest)] >= latest]
    return whole[0].isoformat() if whole and len(days) <= 2 else None


def _articles(page: Page, stories: list[_Story]) -> list[Article]:
    out: list[Article] = []
    known: set[str] = set()
    for story in stories:
        if not story.title and not story.lines:
            continue
        day = story.day or (_told_day(story.lines) if story.kind != "teaser" else None)
        if story.kind == "main":
            day = page.published_on or day
        text = _text(story)
        if day is None and story.kind != "teaser":
            day = _reckoned_day(text)
        if day is None and story.kind == "main" and dates.tells_today(text):
            from loaders import reckon  # the lexicon is large, and few pages need it

            day = reckon.day(text)
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


def _text(story: _Story) -> str:
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
