"""The day that a sentence gives an act: the nearest date in its clause, or so many days from another."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta

from loaders.clause import Syntax
from loaders.dates import DateSpan
from loaders.dates.calendar import COUNTS, DAYS
from loaders.doc import Doc
from loaders.lexicon.sets import word_set
from loaders.newsday import BEFORE_THEN, EVE, OWNED, Story
from loaders.phrases import RELATIVES
from loaders.proposals import Proposal

REACH = 22
"""Tokens between an act and its date."""
UNDER = word_set("dating.under")
AFTER_BEFORE = {"بعد": -1, "قبل": 1, "قبيل": 1}
ONCE = frozenset(("MET", "VISITED", "SANCTIONED", "AGREED_WITH", "ATTACKED"))
"""What a verb of the past tells as done on one day."""
WHEN = word_set("dating.when")
"""What opens a clause of time with a verb of its own."""
FIRSTS = word_set("dating.firsts")
"""What tells that there was none since a day (أول زيارة منذ عام)."""
SINCE_REACH = 16
"""Tokens behind an act within which it is told to be the first since a day."""


DEEDS = frozenset(("ATTACKED", "DEPLOYED_IN", "DETAINED", "DISPLACED"))
SINCE_WHAT = 7
"""Tokens between منذ and the date of what it tells."""
TOPIC = word_set("dating.topic")
"""Words before a noun of an act that is the reason or the topic of what is told, and older (بسبب, ردا على)."""


def heads_line(doc: Doc, syntax: Syntax, first: int, colon: int) -> bool:
    """«10 نوفمبر 2020: وقّع …»: whether the date at token `first` is all that stands before a colon in its line."""
    return first == doc.sents[syntax.sent_of[first]].first and all(doc.dated[first:colon])


def by_agreement(doc: Doc, p: Proposal) -> bool:
    """بموجب اتفاق بين س وص, في إطار اتفاق: older than what is done by it, whose day stands before it."""
    told = p.type in ("PARTY_TO", "AGREED_WITH") and not p.by.endswith(":verb") and p.trigger > 0
    return told and doc.infos[p.trigger - 1].word.fold in UNDER


def beside(doc: Doc, syntax: Syntax, p: Proposal, told: Story | None) -> str | None:
    """بعد يوم من محادثات, غداة مقتل: so many days from the day told before it in its sentence, or from the story's."""
    sent = doc.sents[syntax.sent_of[p.trigger]]
    words = [doc.infos[i].word.fold for i in range(max(sent.first, p.trigger - 5), p.trigger)]
    start, step = None, 0
    for back in range(1, min(4, len(words)) + 1):
        word = words[-back].removeprefix("و")
        if word in EVE and back == 1:
            start, step = p.trigger - 1, EVE[word]
        elif word in AFTER_BEFORE and back > 2 and words[-1] == "من":
            unit = words[-back + 1]
            count = DAYS.get(unit) or (COUNTS.get(unit) if words[-back + 2] in ("ايام", "يوما") else None)
            if count:
                start, step = p.trigger - back, AFTER_BEFORE[word] * count
    if start is None:
        return None
    days = [d.iso for d in doc.dates if sent.start <= d.start and d.end <= doc.starts[start] and len(d.iso) == 10]
    base = days[-1] if days else told.day if told is not None else None
    return (date.fromisoformat(base) + timedelta(days=step)).isoformat() if base else None


def days_before(doc: Doc, syntax: Syntax, trigger: int) -> bool:
    """تأتي الزيارة قبل ثلاثة أيام من انعقاد اجتماع بين: whether an act is told to follow so many days later."""
    first = doc.sents[syntax.sent_of[trigger]].first
    words = [doc.infos[i].word.fold for i in range(max(first, trigger - 7), trigger)]
    if "من" not in words or any(not BEFORE_THEN.isdisjoint(doc.infos[i].word.rests) for i in range(first, trigger)):
        return False
    at = len(words) - 1 - words[::-1].index("من")
    span = words[max(0, at - 3) : at]
    return span[-1:] in (["ايام"], ["يومين"], ["يوم"], ["اسبوع"], ["اسبوعين"], ["ساعات"]) and "قبل" in span


def none_since(doc: Doc, p: Proposal, span: DateSpan) -> bool:
    """في أول زيارة منذ عام, هي الأولى منذ حرب عام 2008: whether the date is that since which there was none."""
    first = False
    for k in range(p.trigger, min(doc.n, p.trigger + SINCE_REACH)):
        form = doc.infos[k].word.fold
        if first and form == "منذ":
            return True
        if doc.starts[k] >= span.start:
            return False
        first = first or form in FIRSTS
    return False


def since_what(doc: Doc, p: Proposal, span: DateSpan) -> bool:
    """منذ انهيار النظام في 1989, منذ ثورة الخميني عام 1979: whether the date is of something since which it goes on
    (not of the act itself: منذ اجتياح س المدينة في 2014)."""
    at = bisect_left(doc.starts, span.start)
    for i in range(at - 1, max(0, at - SINCE_WHAT) - 1, -1):
        info = doc.infos[i]
        if i == p.trigger or doc.texts[i] in "،,.:؛\n" or (info.verbs and "verb" in info.kinds and not doc.dated[i]):
            return False
        if info.word.fold in ("منذ", "ومنذ"):
            return at - i > 1
    return False


def since_then(doc: Doc, p: Proposal) -> bool:
    """اعتقل منذ عام, زار بغداد منذ يومين: whether منذ tells when it was done, not how long it goes on."""
    if p.type == "DETAINED":
        return True
    past = any(r.pos == "verb" and r.tense == "past" for r in doc.infos[p.trigger].verbs)
    return past and p.type in ONCE and p.by.endswith(":verb")


def nearest(
    doc: Doc, syntax: Syntax, p: Proposal, triggers: set[int], spans: list[DateSpan] | None = None
) -> DateSpan | None:
    """The date nearest to the act in its clause, of `spans` or else of the dates that are known."""
    sent = doc.sents[syntax.sent_of[p.trigger]]
    best: tuple[int, DateSpan] | None = None
    behind: tuple[int, DateSpan] | None = None
    """the nearest one behind the act, in its own clause"""
    for span in doc.dates if spans is None else spans:
        if span.start < sent.start or span.end > sent.end or (span.kind == "since" and not since_then(doc, p)):
            continue
        if span.kind != "since" and since_what(doc, p, span):
            continue
        if span.start > doc.starts[p.trigger] and none_since(doc, p, span):
            continue
        near = _distance(doc, syntax, p, span, triggers)
        if near is None:
            continue
        if best is None or near < best[0]:
            best = (near, span)
        at = bisect_left(doc.starts, span.start)
        after = at > p.trigger and (behind is None or near < behind[0])
        if after and doc.infos[at - 1].word.fold != "منذ" and not _comma(doc, p.trigger, at):
            behind = (near, span)
    if best is None or behind is None or best[1].start > doc.starts[p.trigger]:
        return best[1] if best is not None else None
    # وصل فلان الأحد، والتقى فلانا الاثنين: before the comma is another act's
    return (behind if _comma(doc, bisect_left(doc.starts, best[1].start), p.trigger) else best)[1]


def when(doc: Doc, syntax: Syntax, p: Proposal, triggers: set[int]) -> str | None:
    """The date that the sentence gives the act: the nearest one in its clause."""
    span = nearest(doc, syntax, p, triggers)
    if span is None:
        return None
    iso = span.iso
    today = span.kind == "weekday" and span.iso == doc.article.published_on  # سيلتقي عصر الأحد, told on a Sunday
    if p.status == "planned" and not p.speech and not today:
        if not span.future and span.start < doc.starts[p.trigger] and _told_then(doc, syntax, p, span):
            return None  # دعت س الخميس إلى إبرام اتفاق: the day of the call
        iso = span.iso if span.future else span.alt or span.iso
        if doc.article.published_on is not None and iso < doc.article.published_on[: len(iso)]:
            return None
    elif span.future and p.status == "asserted":
        return None
    return iso


def _told_then(doc: Doc, syntax: Syntax, p: Proposal, span: DateSpan) -> bool:
    """Whether a verb of the past stands before the act in its sentence, whose day the date before the act is."""
    first = doc.sents[syntax.sent_of[p.trigger]].first
    infos = (doc.infos[i] for i in range(first, p.trigger) if syntax.at[i] is None and not doc.dated[i])
    return any(r.pos == "verb" and r.tense == "past" for info in infos if "verb" in info.kinds for r in info.verbs)


def _clause(doc: Doc, i: int) -> bool:
    """Whether a relative clause with its verb opens at token i."""
    info = doc.infos[i]
    if "relative" not in info.closed or info.word.fold not in RELATIVES or i + 1 >= doc.n:
        return False
    return any(r.pos == "verb" for r in doc.infos[i + 1].verbs)


def _comma(doc: Doc, start: int, stop: int) -> bool:
    return any(text in "،," for text in doc.texts[start:stop])


def opener(doc: Doc, first: int) -> int | None:
    """The token that opens a relative clause or one of time in which the date at token `first` stands, if one does."""
    for i in range(first - 1, max(0, first - 9) - 1, -1):
        if doc.texts[i] in "،,.:؛\n":
            return None
        if doc.infos[i].word.fold in WHEN or _clause(doc, i):
            return i
    return None


def _topic(doc: Doc, trigger: int, first: int) -> bool:
    """أعلنت س الثلاثاء قطع العلاقات بسبب دعم ع: whether the act is a reason or topic behind the date at `first`."""
    return any(doc.infos[i].word.fold in TOPIC for i in range(max(first, trigger - 3), trigger))


def _distance(doc: Doc, syntax: Syntax, p: Proposal, span: DateSpan, triggers: set[int]) -> int | None:
    """Tokens between an act and a date; none when a clause border or another verb stands between."""
    trigger = p.trigger
    first = next(
        (
            i
            for i in range(max(0, trigger - REACH - 12), min(doc.n, trigger + REACH + 12))
            if doc.starts[i] >= span.start
        ),
        None,
    )
    if first is None:
        return None
    if first < trigger and by_agreement(doc, p):
        return None
    if p.speech and first > trigger and any(doc.infos[k].word.fold == "حتي" for k in (first - 1, first - 2)):
        return None  # أمهلت س ص حتى نهاية يوليو: the term that is set
    if first < trigger and _comma(doc, first, trigger) and opener(doc, first) is not None:
        return None  # فلان، الذي انتخب الأحد، …; عندما هوجمت المدينة في 13 أيلول، …
    if first < trigger and not p.speech and not p.by.endswith(":verb") and _topic(doc, trigger, first):
        return None
    low, high = (trigger, first) if first > trigger else (first, trigger)
    head = doc.sents[syntax.sent_of[trigger]].first
    done = p.status == "asserted" and p.type in ("MET", "AGREED_WITH")
    fronted = first < trigger and first - head <= 1 and done  # الجمعة، أعلن س أنه التقى ص
    if high - low > REACH:
        return None
    cost = 0
    for i in range(low + 1, high):
        opens = first > trigger and _clause(doc, i)
        if i < p.end <= first and not (opens and p.speech):
            continue  # the act itself, with those who do it: الهجوم الذي نفذته إيران على س، السبت
        info = doc.infos[i]
        if first > trigger and i - 1 > trigger and info.word.fold in OWNED:
            return None
        if i in triggers and first > trigger:
            cost += 7  # another act stands nearer to the date
        if doc.texts[i] in ":؛\n.":
            if doc.texts[i] == ":" and heads_line(doc, syntax, first, i):
                continue
            return None
        if "complement" in info.closed and "prep" not in info.closed:
            if first > trigger or (p.type in DEEDS and not fronted):
                return None  # قالت س الجمعة إن ع قصفت ص: the day of what was said
            cost += 2 if fronted else 12
        elif "relative" in info.closed and info.word.fold in RELATIVES:
            # الاتفاق الذي وقعته س في نيسان: of the signing
            cost += 13 if opens and not _comma(doc, i, high) else 8 if first > trigger else 4
        elif (
            info.verbs
            and syntax.at[i] is None
            and not info.closed
            and not doc.dated[i]
            and "verb" in info.kinds
            and not any(r.pos != "verb" for r in info.verbs)
        ):
            cost += 0 if fronted else 10
    if cost > 12:
        return None
    return (high - low) + cost
