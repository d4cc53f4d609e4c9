"""The lines of a saved page sorted into stories: a main one, further ones, teasers; furniture left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.model import SegmentKind
from loaders import dates, furniture, seams

_SENTENCE_END = (".", "؟", "!", "…", "»", "”", '"', "؛", ":")
_LONG = 20
"""Words; a line of so many is a paragraph, whatever it ends with."""
MASTHEAD = ("رييس", "رئيس", "مدير التحرير", "المشرف", "الاشراف", "سكرتير")
"""How the line begins that tells whose name the next is, at the head of an outlet's pages."""
_SECTION = re.compile(r"^(?:شؤون إقليمية|يوميات الشرق|العالم العربي|المشرق العربي|شمال أفريقيا|أوروبا|آسيا)\s+")
"""A section's name that a list of related stories sets before a caption."""


@dataclass(slots=True)
class Line:
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
class Story:
    kind: SegmentKind
    title: str = ""
    lines: list[Line] = field(default_factory=list)
    day: str | None = None
    undated: str = ""
    """the line that dates it where no year stands there (الأحد 19 تشرين الثاني)"""
    seen: set[str] = field(default_factory=set)

    def add(self, line: Line) -> None:
        if line.folded not in self.seen:
            self.seen.add(line.folded)
            self.lines.append(line)

    def name(self, title: str) -> None:
        self.title = title
        self.seen.add(furniture.fold(title))


def lines_of(text: str) -> Iterator[Line]:
    gap = masthead = False
    for raw in text.split("\n"):
        line = raw.strip(" \t\u00a0\u200f\u200e\u200b\ufeff")
        if not line:
            gap = True
            continue
        folded = furniture.fold(line) if len(line) <= furniture.LONGEST else line
        kind = furniture.kind(line, folded)
        if kind == "caption" and (text := furniture.caption_text(line)) != line:
            line, folded = text, furniture.fold(text)
        if masthead and kind == "text" and line.count(" ") <= 3:
            kind = "drop"  # رئيس التحرير, and his name on the next line
        masthead = kind == "drop" and folded.startswith(MASTHEAD)
        yield Line(line, kind, folded, gap)
        gap = False


def stories_of(lines: list[Line], title: str | None) -> list[Story]:
    first = next((i for i, line in enumerate(lines) if line.kind == "text"), 0)
    start = next(
        (
            i
            for i, line in enumerate(lines)
            if line.paragraph and not (i == first and line.text.count(" ") < _LONG) and not _is_run(line)
        ),
        len(lines),
    )
    main = Story("main")
    others: list[Story] = []
    _read_head(lines[:start], main, others, title)
    at = _read_body(lines, start, main, others)
    _read_rest(lines, at, others)
    return [main, *others]


def _is_run(line: Line) -> bool:
    """Several headlines without a space between them, not a paragraph: no full stop, and seams."""
    return not line.text.endswith(".") and "، " not in line.text and len(seams.split(line.text)) >= 2


def _read_head(head: list[Line], main: Story, others: list[Story], title: str | None) -> None:
    """Title, captions and date of the main article; headlines of other stories that are run together before it."""
    plain: list[Line] = []
    closed = clock = updated = False
    """clock: the day stands above all else, as a site tells the day on which it is visited; updated: it is that of the
    last change"""
    for line in head:
        if not main.undated and dates.is_day_line(line.text):
            main.undated = line.text
        if line.kind in ("share", "date", "byline"):
            closed = closed or bool(plain)
            if line.kind == "date":
                day = furniture.date_of(line.text)
                update = furniture.is_update(line.text)
                earlier = day is not None and main.day is not None and day < main.day
                if main.day is None or (earlier and ((clock and plain) or (updated and not update))):
                    main.day, clock, updated = day, not plain, update
            if line.kind == "byline" and main.day is None:
                main.day = furniture.day_of_byline(line.text)
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
    if not plain:
        return  # the title stands beside the text alone
    at = plain.index(found)
    for line in plain[at + 1 :] if title is None or furniture.fold(title) == found.folded else plain:
        if line.kind == "caption" or len(line.text.split()) >= 4:
            main.add(line)


def _title(plain: list[Line], title: str | None) -> Line | None:
    """The line that is the title: the given one, one that stands twice, else the first of four words and more."""
    texts = [line for line in plain if line.kind == "text"]
    if title is not None:
        same = [line for line in texts if line.folded == furniture.fold(title)]
        return same[0] if same else (plain[0] if plain else Line(title, "text", furniture.fold(title), False))
    folded = [line.folded for line in texts]
    for least, twice in ((3, True), (4, False), (2, False)):
        for line in texts:
            if len(line.text.split()) >= least and (not twice or folded.count(line.folded) > 1):
                return line
    return texts[0] if texts else plain[0] if plain else None


def _read_body(lines: list[Line], start: int, main: Story, others: list[Story]) -> int:
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
                line = Line(first, "caption", furniture.fold(first), line.gap)
            main.add(line)
        elif line.kind == "date" and main.day is None:
            main.day = furniture.date_of(line.text)
        at += 1
    while main.lines and _is_signature(main.lines[-1]):
        main.lines.pop()
    return at


def _begins_story(lines: list[Line], at: int) -> bool:
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


def _read_rest(lines: list[Line], at: int, others: list[Story]) -> None:
    """Related stories and further articles after the main one."""
    story: Story | None = None
    captions: list[Line] = []
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
            line = Line(_SECTION.sub("", line.text), "caption", line.folded, line.gap)
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
                story = Story("article")
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


def _continues(story: Story, lines: list[Line], at: int, closed: bool) -> bool:
    """Whether a short line is a caption or a heading within `story`, and not the next headline."""
    paragraphs = sum(line.paragraph for line in story.lines)
    if closed or not paragraphs:
        return False
    return not lines[at].gap if paragraphs == 1 else not _begins_story(lines, at)


def _teaser(text: str) -> Story:
    story = Story("teaser")
    story.name(text.strip())
    return story


def _is_signature(line: Line) -> bool:
    """A last line of a word or three without a full stop: the outlet's name, a section, a reporter."""
    return line.kind == "text" and len(line.text.split()) <= 3 and not line.text.endswith(_SENTENCE_END)


def _doubled_caption(line: Line) -> str | None:
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
