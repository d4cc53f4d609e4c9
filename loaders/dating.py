"""The day of an act: what its sentence gives it (actdays.py), else the day that the story tells."""

from __future__ import annotations

from loaders.actdays import beside, by_agreement, days_before, nearest, when
from loaders.clause import Syntax
from loaders.doc import Doc
from loaders.lexicon.sets import word_set
from loaders.newsday import before_then, concluded, eve, line_day, on_the_day, story, told_below
from loaders.phrases import RELATIVES
from loaders.proposals import Proposal
from loaders.speakers import Said

ALSO = word_set("dating.also")
VIEWS = (":partisan", ":stance")
"""What one holds all the while (من أشد منتقدي س, روسيا الداعمة لس)."""
STANDING = frozenset(
    (
        "frame:deployed_in:انسحاب",
        "frame:deployed_in:leaving",
        "frame:deployed_in:seat",
        "frame:deployed_in:forces",
        "frame:deployed_in:وجود:masdar",
        "frame:visited:from",
    )
)
"""The presence whose end is called for or told, the land that somebody came from: those have a day, these none;
and what is told of a side as known (مواقع س في ع)."""
NEAR = 9
"""Sentences from the headline within which those whom the story is about act on its day."""
AVOWED = frozenset(("SUPPORTS", "REJECTED", "OFFERED", "PRAISED", "CRITICIZED"))
"""What somebody does by saying it of himself: أكد الاثنين أنه يدعم س."""
UNDATED = frozenset(("HOLDS_POSITION", "AFFILIATED_WITH"))
HEADS = (":verb", ":envoy", ":speaks_from")
"""What frames of a headline's own verb, or of what stands for it, are called."""
LASTING = frozenset(("DEPLOYED_IN", "PARTY_TO", "SUPPORTS"))
"""What goes on beyond the day on which it is told."""
STORY = frozenset(
    (
        "MET",
        "AGREED_WITH",
        "PRAISED",
        "URGED",
        "ACCUSED",
        "CRITICIZED",
        "THREATENED",
        "OFFERED",
        "DEMANDED_WITHDRAWAL",
        "REJECTED",
        "SUPPORTS",
        "VISITED",
    )
)
"""What a story tells as happening on its day, when it does not say another."""


class Days:
    """The day of each proposal of an article; asked in the order of the text, as one act goes on from another."""

    def __init__(self, doc: Doc, syntax: Syntax, said: list[Said], proposals: list[Proposal]) -> None:
        self.doc, self.syntax = doc, syntax
        self.triggers = {p.trigger for p in proposals if p.type not in UNDATED}
        self.story = story(doc, syntax)
        self.said = sorted((syntax.sent_of[s.cue], s.speaker, s.date) for s in said if s.date and len(s.date) == 10)
        if self.story is not None:
            day = self.story.day
            self.said += [
                (syntax.sent_of[s.cue], s.speaker, day) for s in said if not s.date and on_the_day(doc, syntax, s.cue)
            ]
            self.said.sort()
        below = [p for p in proposals if p.type in ("MET", "VISITED") and syntax.sent_of[p.trigger] > 0]
        done = {_act(p) for p in below if p.status == "asserted"}
        self.promised = {_act(p) for p in below if p.status == "planned"} - done
        """visits and meetings that lie ahead, as the text below the headline tells them"""
        self.lent = False
        """whether the day last asked for is the story's, not told in the act's own sentence"""
        self.imposed: dict[str, tuple[int, str]] = {}
        """by actor, the last sentence that dated sanctions of his, and that day"""
        self.spoken: dict[str, tuple[int, str]] = {}
        """by actor, the last sentence that dated what he did or said, and that day"""

    def of(self, p: Proposal, around: Said | None) -> str | None:
        """ISO date of a proposal, as exact as told; `around`: the statement that it stands in."""
        self.lent = False
        if p.type in UNDATED or p.by in STANDING or p.by.endswith(VIEWS) or self._described(p):
            return None
        subject, k = str(p.subject), self.syntax.sent_of[p.trigger]
        day = beside(self.doc, self.syntax, p, self.story) or when(self.doc, self.syntax, p, self.triggers)
        if day is None and p.status != "planned":
            day = eve(self.doc, self.syntax, p.trigger) or line_day(self.doc, k)
        told = day is not None
        self.lent = not told
        if day is None and p.status == "asserted":
            stays = p.type == "DEPLOYED_IN" and not p.by.endswith(":verb")  # الوجود الأميركي في س: no day of it
            if k == 0 and not stays:
                day = told_below(self.doc, self.syntax, subject, str(p.object))
                if day is None and p.speech:
                    day = next((iso for at, who, iso in self.said if who == subject and at <= 5), None)
            elif p.speech:
                day = self._going_on(subject, k)
            if day is None and p.by.endswith(":listed"):
                day = self._listed(subject, k)
            if day is None and p.type == "PARTY_TO":
                day = concluded(self.doc, self.syntax, str(p.object))
            if day is None and p.type in AVOWED and around is not None and around.speaker == subject:
                day = around.date
            if day is None and self._of_story(p, k, around):
                day = self.story.day if self.story else None
        if day is not None and told and len(day) == 10 and (p.speech or p.type == "MET"):
            self.spoken[subject] = (k, day)
        if day is not None and p.type == "SANCTIONED" and p.status == "asserted":
            self.imposed[subject] = (k, day)
        return day

    def _described(self, p: Proposal) -> bool:
        """الجيش المدعوم من س, فلان الرافض ل: whether a definite participle tells what somebody is, not what he did."""
        described = p.by.endswith(":participle") and self.doc.infos[p.trigger].definite
        return described and p.type in ("SUPPORTS", "REJECTED", "CRITICIZED")

    def _listed(self, subject: str, k: int) -> str | None:
        """وشملت القائمة فلانا: the day on which the same one imposed sanctions, told a few sentences before."""
        at, iso = self.imposed.get(subject, (-99, ""))
        if 0 < k - at <= 5:
            return iso
        news = self.story is not None and subject in self.story.actors and 0 < k - self.story.told <= 4
        return self.story.day if news and self.story is not None else None

    def ahead(self, p: Proposal) -> bool:
        """Whether a visit or meeting told by a noun lies ahead by its date (اجتماع تستضيفه س غدا)."""
        if p.type not in ("VISITED", "MET") or p.status != "asserted":
            return False
        present = any(r.tense == "pres" for r in self.doc.infos[p.trigger].verbs)
        if (p.by.endswith(":verb") and not present) or ":عاد:" in p.by:
            return False  # سيعود من أوسلو غدا: there he is
        if present and self.syntax.sent_of[p.trigger] == 0 and _act(p) in self.promised:
            return True  # غدا.. س يستقبل ص: as the text below the headline has it
        if (
            p.type == "MET"
            and p.by.endswith((":masdar", ":masdar+pair"))
            and days_before(self.doc, self.syntax, p.trigger)
        ):
            return True
        if self.doc.unmoored:
            span = nearest(self.doc, self.syntax, p, self.triggers, self.doc.unmoored)
            return span is not None and span.future and span.kind == "relative"  # الشهر المقبل, on whatever day
        span = nearest(self.doc, self.syntax, p, self.triggers)
        return span is not None and span.future

    def _going_on(self, subject: str, k: int) -> str | None:
        """The day on which this speaker last spoke, a few sentences before."""
        for at, who, iso in self.said:
            if who == subject and at <= k and (subject not in self.spoken or self.spoken[subject][0] <= at):
                self.spoken[subject] = (at, iso)
        at, iso = self.spoken.get(subject, (-99, ""))
        return iso if k - at <= 6 else None

    def _of_story(self, p: Proposal, k: int, around: Said | None) -> bool:
        """Whether an act that tells no day belongs to the story's: by those it is about, or at its meeting."""
        if self.story is None or by_agreement(self.doc, p):
            return False
        if before_then(self.doc, self.syntax, p.trigger):
            return False
        if k < self.story.told and p.type not in LASTING and p.by.endswith(HEADS) and self._leads(p.trigger, k):
            return around is None or around.cue == p.trigger  # a headline, whose story tells the day below
        if k == 0 or p.type not in STORY:
            return False
        if not on_the_day(self.doc, self.syntax, p.trigger) and not (k <= NEAR and self._there(p, k, around)):
            return False
        if around is None or around.cue == p.trigger:
            return True
        if p.type in ("MET", "VISITED"):  # told through an agency or a palace
            return around.kind == "indirect" or around.speaker.startswith("organization/")
        return around.kind == "indirect" and (around.speaker == str(p.subject) or p.trigger - around.first < 2)

    def _leads(self, trigger: int, k: int) -> bool:
        """Whether no relative clause opens in sentence k before its verb."""
        first = self.doc.sents[k].first
        return not any(self.doc.infos[i].word.fold in RELATIVES for i in range(first, trigger))

    def _there(self, p: Proposal, k: int, around: Said | None) -> bool:
        """Whether one of those whom the story is about does it, or it is told as a part of the same news (كما)."""
        assert self.story is not None
        if str(p.subject) in self.story.actors or (around is not None and around.speaker in self.story.actors):
            return True
        if k <= self.story.told + 1 and around is None and p.by.endswith(":verb") and _goes_on(self.doc, k):
            return True
        return k == self.story.told + 1 and self.doc.infos[self.doc.sents[k].first].word.fold in ALSO


def _act(p: Proposal) -> tuple[str, frozenset[str]]:
    return p.type, frozenset((str(p.subject), str(p.object)))


def _goes_on(doc: Doc, k: int) -> bool:
    """Whether sentence k begins with a verb that goes on from the one before it (واتهم …, فيما اتهم …)."""
    first = doc.sents[k].first
    info = doc.infos[first]
    return (bool(info.verbs) and info.word.fold[0] in "وف") or info.word.fold in ("فيما", "بينما")
