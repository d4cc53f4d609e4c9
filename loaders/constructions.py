"""Edges that no single verb or noun tells: offices, arms and leaders, forces abroad, victims, parties."""

from __future__ import annotations

from kg.model import fold
from loaders.doc import Chunk
from loaders.fronted import Fronted
from loaders.kinds import FORCES
from loaders.lexicon.sets import word_set
from loaders.people import Person
from loaders.phrases import AGENTS
from loaders.proposals import Proposal
from loaders.prospects import DENYING
from loaders.rebuttals import REBUTTED
from loaders.standing import NOUN
from loaders.text import QUOTES

BACKED = word_set("relations.backed")
THAT = frozenset(("ذلك", "هذا", "هذه", "الامر", "الخبر", "الانباء", "المعلومات", "التقارير", "صحه"))
DEEDS = word_set("relations.deeds")
HANDS = frozenset(("يد", "ايدي", "قبل", "جانب"))
"""What stands between a preposition and whoever did it (على يد س, من قبل س)."""
SEATS = word_set("relations.seats")
"""Offices that are a state's when nothing else is named."""
TAKING = word_set("constructions.taking")
"""Verbs with ب before what is asked, promised, allowed or reproached."""
PRINCE = frozenset(("الأمير", "الأميرة", "الامير", "الاميرة"))
"""What one is styled who does not reign, and so no office."""
LED = frozenset(("بقياده", "بزعامه", "برياسه", "يقوده", "يقودها", "يتزعمه", "يتزعمها", "يراسه", "تراسه"))


def _reigns(person: Person | None) -> bool:
    entity = person.entity if person is not None else None
    return entity is not None and any(fold(office.title).startswith("امير") for office in entity.offices)


INVOLVED = ("تورط", "ضلوع", "قيام", "انخراط")
CLAUSES = frozenset(("اذ", "حيث", "فيما", "بينما", "كما"))
"""Words that open a clause in which the page itself goes on telling."""


class Constructions(Fronted):
    def _positions(self) -> None:
        cast = self.cast
        served = [c for chunk in cast.chunks if chunk.roles for c in chunk.inner if c.kind == "person" and c.roles]
        for told in (*cast.chunks, *served):  # مستشار الرئيس الأميركي فلان: the president's office too
            chunk = told.inner[0] if told.by == "state:head" and told.inner else told  # إدارة الرئيس فلان
            if chunk.kind != "person" or not chunk.actor or not chunk.roles:
                continue
            person = cast.person_of.get(chunk.actor)
            prince = len(chunk.roles) > 1 and chunk.roles[0].text in PRINCE and not _reigns(person)
            for role in chunk.roles[1:] if prince else chunk.roles:
                body = role.body
                target: str | None = None
                if role.kind == "role" and (body is None or body.kind not in ("organization", "militia")):
                    continue
                if body is None and role.text == "القائد":
                    continue  # القائد فلان: of what is not told
                if body is None and role.text.startswith("الممثل") and len(role.text.split()) < 3:
                    continue  # الممثل السوري فلان: he acts on a stage
                if (
                    body is not None
                    and body.actor
                    and cast.types.get(body.actor) in ("organization", "militia", "place")
                ):
                    target = body.actor
                elif role.iso:
                    target = self.cast.doc.lex.countries[role.iso].entity.slug
                elif (
                    person is not None and person.entity is not None and person.entity.country and role.kind == "office"
                ):
                    slug = self.doc.lex.countries[person.entity.country].entity.slug
                    target = slug if slug in cast.mentions else None
                    if target and SEATS.isdisjoint((role.head.split(" ")[0], *role.portfolio.split())):
                        target = None
                if target is None or target == chunk.actor or target not in cast.mentions:
                    continue
                status = "planned" if role.head.startswith("مرشح") else "asserted"
                self.out.append(
                    Proposal(
                        chunk.actor,
                        "HOLDS_POSITION",
                        target,
                        status,
                        chunk.nfirst,
                        "title",
                        0.85,
                        role.text,
                        role.former,
                        (min(role.first, chunk.first), max(role.last, chunk.last)),
                    )
                )

    def _led(self) -> None:
        """قوات س بقيادة فلان, حزب س بزعامة فلان."""
        for i in self.doc.spots(LED):
            k = i - 1
            while k >= 0 and (
                self.doc.texts[k] in QUOTES or self.doc.texts[k] in "،," or "relative" in self.doc.infos[k].closed
            ):
                k -= 1
            body = self.syntax.at[k] if k >= 0 else None
            who = self.syntax.at[i + 1] if i + 1 < self.doc.n else None
            if body is None or who is None or body.last != k + 1 or who.first != i + 1 or who.lead:
                continue
            if (
                self._type(who) == "country"
                and self._type(body) in ("organization", "militia")
                and body.kind != "nisba"
            ):
                self._emit(
                    body, "AFFILIATED_WITH", who, "asserted", i, "frame:led_by:state", 0.7, frozenset(("country",))
                )
                continue
            if (
                self._type(body) in ("organization", "militia", "country")
                and body.kind != "nisba"
                and self._type(who) == "person"
            ):
                self.out.append(
                    Proposal(
                        who.actor or "",
                        "HOLDS_POSITION",
                        body.actor or "",
                        "asserted",
                        who.nfirst,
                        "frame:led_by",
                        0.75,
                        self.doc.texts[i],
                        False,
                        (body.first, who.last),
                    )
                )

    def _backed(self) -> None:
        """بدعم من س, بإسناد روسي, مدعوما من ص: whoever the sentence is about has their support."""
        doc, syntax = self.doc, self.syntax
        for i in doc.spots(BACKED | {"و" + word for word in BACKED}):
            info = doc.infos[i]
            if info.word.fold.removeprefix("و") not in BACKED or syntax.at[i] is not None:
                continue
            sent = doc.sents[syntax.sent_of[i]]
            opens = i == sent.first
            if not opens and info.word.fold.startswith(("مدعوم", "مسنود")) and self._plain_noun(i - 1):
                continue  # فصائل أخرى مدعومة من س: they are backed, not whoever the sentence is about
            if any(w.word.fold in REBUTTED for w in doc.infos[max(sent.first, i - 4) : i]):
                continue  # نفت س الاتهامات بدعم ص
            if not opens and self._involved_in(i):
                continue  # تورط س بدعم ص: she gives it
            p = i + 1
            carried = p < sent.last and doc.infos[p].prep != "من" and any(x.trigger == i for x in self.out)
            if carried or (not opens and any(r.lemma == "قام" for r in doc.infos[i - 1].verbs)):
                continue  # س تقوم بدعم ص: she gives it
            if p == i + 1 and not opens and self._asked_to(i, sent.first):
                continue  # طالب س ص بدعم ع: what he asks for
            if (p < sent.last and doc.infos[p].prep == "من") or (
                p < sent.last and doc.infos[p].word.fold in ("جوي", "عسكري", "مالي")
            ):
                p += 1
            giver = syntax.at[p] if p < sent.last else None
            if giver is None or giver.first != p or giver.lead not in ("", "ب") or self._type(giver) not in AGENTS:
                continue
            beside = self._backed_beside(i)
            given = [beside] if beside is not None else self._advancing(i) or self._main(i, sent.first, sent.last)
            teller = self.inside[i]
            his = teller is not None and given and teller.first < i and teller.speaker == given[0].actor
            if his and self._type(given[0]) == "person":
                continue  # أكد فلان أن القوات، بدعم من س، تقدمت
            promised = teller is not None and teller.first == i and given and teller.speaker == given[0].actor
            if given and not promised and (given[0].last <= i or opens):  # not وعد س بدعم ص
                status = self._status(i, NOUN, sent.first)[1] or "asserted"
                told = any(p.trigger == i and p.type == "SUPPORTS" for p in self.out)
                for one in syntax.coordinated(giver, sent.last) if not told else ():
                    self._emit(one, "SUPPORTS", given[0], status, i, "frame:supports:backed", 0.65, frozenset(AGENTS))

    def _involved_in(self, i: int) -> bool:
        """تورط س بدعم ص, تورطه بدعم ص: whether a noun of being involved has the word at i behind its possessor."""
        whose = self.syntax.at[i - 1]
        k = whose.first - 1 if whose is not None and whose.last == i and whose.first else i - 1
        return self.doc.infos[k].word.fold.removeprefix("ب").startswith(INVOLVED)

    def _backed_beside(self, i: int) -> Chunk | None:
        """قوات س مسنودة بص, على يد س بدعم من ص: who stands right before, described or the doer of a passive act."""
        before = self.syntax.at[i - 1] if i else None
        if before is None or before.last != i or self._type(before) not in FORCES:
            return None
        described = self.doc.infos[i].word.fold.startswith(("مدعوم", "مسنود"))
        return before if described or self.doc.infos[before.first - 1].word.fold in HANDS else None

    def _advancing(self, i: int) -> list[Chunk]:
        """تقدم للجيش اليمني، بإسناد من س: those to whom the noun right before belongs."""
        k = i - 2 if self.doc.texts[i - 1] in "،," else i - 1
        before = self.syntax.at[k] if k > 0 else None
        theirs = before is not None and before.last == k + 1 and before.lead == "ل" and before.by == "state:head"
        return [before] if before is not None and theirs else []

    def _asked_to(self, i: int, first: int) -> bool:
        """طالب س ص بدعم ع, سمحت س بدعم ص: whether the verb before takes what the noun at i tells behind its ب."""
        doc = self.doc
        for p in range(i - 1, first - 1, -1):
            info = doc.infos[p]
            if doc.texts[p] in "،,:؛" or (info.closed - {"modifier", "former"} and not info.prep):
                return False
            if self.syntax.at[p] is None and info.verbs and self._verbal(p):
                return any(r.pos == "verb" and r.lemma in TAKING for r in info.verbs)
        return False

    def _plain_noun(self, k: int) -> bool:
        """Whether token k is an indefinite noun or adjective that is no part of a noun phrase that may be an actor."""
        info, chunk = self.doc.infos[k], self.syntax.at[k]
        return (
            (chunk is None or (chunk.kind == "title" and not chunk.actor))
            and self.doc.texts[k][0].isalpha()
            and not (info.closed - {"modifier"} or info.prep or info.definite or self.doc.dated[k])
            and not any(r.pos == "verb" for r in info.verbs)
        )

    def _denied_by(self, i: int, subject: str) -> bool:
        """ونفت طهران ذلك, وتنفي س الاتهامات: a denial that says no more, in the same sentence or the next."""
        last = min(self.doc.n, i + 60)
        for p in range(i + 1, last):
            if self.syntax.sent_of[p] - self.syntax.sent_of[i] > 1:
                return False
            reading = next((r for r in self.doc.infos[p].verbs if r.pos == "verb" and r.lemma in DENYING), None)
            if reading is None or self.syntax.at[p] is not None or not self._verbal(p):
                continue
            for c in self.syntax.subject(p, reading, last).chunks:
                if c.actor == subject or (c.actor and self._acts_for(c.actor) == subject):
                    return True
        return False

    def _denied_that(self, p: Proposal) -> bool:
        """ذكرت القناة أن فلانا زار س، ونفى مكتبه ذلك: a report that one of those it is about denies."""
        doc, sent = self.doc, self.syntax.sent_of[p.trigger]
        for q in range(p.trigger + 1, min(doc.n, p.trigger + 60)):
            if self.syntax.sent_of[q] - sent > 1:
                return False
            reading = next((r for r in doc.infos[q].verbs if r.pos == "verb" and r.lemma in DENYING), None)
            if reading is None or self.syntax.at[q] is not None:
                continue
            that = any(doc.infos[k].word.fold in THAT for k in range(q + 1, min(doc.n, q + 6)))
            which = reading.pronoun and doc.infos[q - 1].word.fold in ("ما", "الذي")
            if not that and not which:
                continue
            for c in self.syntax.subject(q, reading, min(doc.n, q + 20)).chunks:
                if c.actor and {c.actor, self._acts_for(c.actor)} & {str(p.subject), str(p.object)}:
                    return True
        return False

    def _denials(self) -> None:
        """An act that somebody is accused of and that he denies: reported, and denied (ONTOLOGY.md, Borderline 5)."""
        for p in self.out:
            told = self.inside[p.trigger]
            if told is None or told.cue == p.trigger or told.act not in ("say", "announce") or p.status == "denied":
                continue
            if (p.type == "OFFERED" or not p.speech) and p.type != "HOLDS_POSITION" and self._denied_that(p):
                p.status = "denied"
        for p in self.alleged:
            sent = self.syntax.sent_of[p.trigger]
            if p.speech and p.by.endswith(":verb"):  # إذ اتهم س ص، ونفت ص ذلك: that he accused her is no charge
                if p.trigger and self.doc.infos[p.trigger - 1].word.fold in CLAUSES:
                    p.status = "asserted"
                    self.out.append(p)
                continue
            if self._denied_by(p.trigger, str(p.subject)):
                p.status = "denied"
                self.out.append(p)
                continue
            for s in self.said:
                if (
                    s.act == "deny"
                    and s.cue > p.trigger
                    and self.syntax.sent_of[s.cue] - sent <= 3
                    and s.speaker in (p.subject, p.object)
                ) or (
                    s.act == "deny"
                    and s.cue > p.trigger
                    and self.syntax.sent_of[s.cue] - sent <= 3
                    and self._acts_for(s.speaker) == p.subject
                ):
                    p.status = "denied"
                    self.out.append(p)
                    break
