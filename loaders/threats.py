"""Whom a threat is aimed at: by what it holds, by its condition, by what the speaker says that he will do."""

from __future__ import annotations

from loaders.clause import AMONG
from loaders.doc import Chunk
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.listed import Listed
from loaders.proposals import Proposal
from loaders.prospects import IF
from loaders.sites import NEGATIONS
from loaders.speakers import Said
from loaders.troops import HEAD

AIMING = word_set("relations.aiming")
"""Cues whose content names their target, first more often than not (measured; دعا does so one time in four)."""
VOWING = word_set("threats.vowing")
"""Cues that threaten when what they hold is hostile (تعهد بالرد على)."""
HOSTILE = word_set("threats.hostile")
"""Verbs whose doing, told as one's own and to come, threatens whom it is to reach."""
HARM = word_set("threats.harm")
"""Nouns of what is threatened; whom it is to reach stands behind على or ضد."""
BREAKING = word_set("threats.breaking")
"""Nouns of leaving and cutting off; whom it is to reach stands behind من, مع or عن."""
ANSWERED = word_set("threats.answered")
UPON = frozenset(("عليه", "عليها", "عليهم", "ضده", "ضدها", "ضدهم"))
TARGETS = ("country", "militia", "organization", "person")
AROUND = frozenset(("بعد", "عقب", "اثر", "بسبب", "خلال", "منذ", "رغم", "ردا", "قبل", "قبيل", "وسط"))
"""Words that lead from the threat to when and why it was made."""
REACH = 22


class Threats(Listed):
    """Adds whom a threat is aimed at."""

    def _aims(self) -> None:
        done = {(str(p.subject), p.trigger) for p in self.out if p.type == "THREATENED"}
        for s in self.said:
            if s.by.startswith("cue:colon") or s.lemma not in AIMING | VOWING | {"حذر"}:
                if s.act in ("say", "announce", "threaten"):
                    self._vows(s)
                continue
            if (s.speaker, s.cue) in done:
                continue
            target = self._under_condition(s)
            if s.lemma != "حذر":
                target = self._against(s) or target
            if target is None and s.lemma in AIMING and s.chunk is not None:
                target = self._named_first(s)
            if target is not None:
                self._threat(s, target, s.cue, f"aim:threaten:{s.lemma}", 0.6)
            else:
                self._vows(s)

    def _threat(self, s: Said, c: Chunk, i: int, by: str, score: float) -> None:
        if c.actor and c.actor != s.speaker and self._type(c) in TARGETS and not self._own(s.speaker, c.actor):
            self.out.append(Proposal(s.speaker, "THREATENED", c.actor, "asserted", i, by, score, speech=True))

    def _against(self, s: Said) -> Chunk | None:
        """بفرض عقوبات على س, بالرد على س, بإجراءات ضد س."""
        for i in range(s.first, min(s.last, s.first + 6)):
            info = self.doc.infos[i]
            form = info.word.fold.removeprefix("ب").removeprefix("ال")
            if not (form in HARM | BREAKING or any(r.pos == "masdar" and r.lemma in HOSTILE for r in info.verbs)):
                continue
            found = self.syntax.with_prep(i + 1, s.last, frozenset(("علي", "ضد")), 12)
            if not found and i + 2 < s.last and self.doc.infos[i + 1].prep == "علي":
                found = [c for c in (self.syntax.at[i + 2],) if c is not None and c.first == i + 2]  # بالرد على س
            if not found and any(r.pos == "masdar" and r.lemma in HOSTILE for r in info.verbs):
                whom = self.syntax.at[i + 1] if i + 1 < s.last else None
                found = [whom] if whom is not None and whom.first == i + 1 and not whom.lead else []  # بضرب س
                found = found or self.syntax.objects(i + 1, s.last, 1)  # بضرب أهداف س
            found = found or self.syntax.through(i + 1, s.last, frozenset(("علي",)), 4, ANSWERED)
            if form in BREAKING and not found:
                found = self.syntax.with_prep(i + 1, s.last, frozenset(("مع", "من", "عن")), 5)  # بقطع العلاقات مع س
            if not found and i + 1 < s.last and self.doc.infos[i + 1].word.fold in UPON:
                found = self._charged_by(s)
            return found[0] if found else None
        return None

    def _charged_by(self, s: Said) -> list[Chunk]:
        """اتهم س ص بكذا وهدد بالرد عليه: whom the speaker has accused or blamed in the same sentence, if it was one."""
        first = self.doc.sents[self.syntax.sent_of[s.cue]].first
        whom = {
            str(x.object)
            for x in self.out
            if x.subject == s.speaker and x.type in ("ACCUSED", "CRITICIZED") and first <= x.trigger < s.cue
        }
        near = [c for c in self.cast.chunks if first <= c.first < s.cue and c.actor in whom]
        return near[-1:] if len(whom) == 1 else []

    def _under_condition(self, s: Said) -> Chunk | None:
        """إذا انسحبت س, ما لم تفرج س, في حال تجاوزت س: who is to do it or leave it."""
        doc = self.doc
        for i in range(s.first, min(s.last - 1, s.first + REACH)):
            form = doc.infos[i].word.fold
            unless = form == "ما" and doc.infos[i + 1].word.fold == "لم"
            should = doc.texts[i] in ("إن", "وإن") and any(
                r.pos == "verb" and r.tense == "past" for r in doc.infos[i + 1].verbs
            )
            if not (form in IF or unless or should):
                continue
            for p in range(i + 1, min(s.last, i + 7)):
                c = self.syntax.at[p]
                if c is not None:
                    free = p == i + 2 or not self.syntax.governed(c)  # إذا استعانت س: an unlisted verb governs nobody
                    fit = c.first == p and not c.lead and self._type(c) in TARGETS and free
                    return c if fit else None
                if doc.texts[p] in "،,.؛:" or (p > i + 1 and any(r.pos == "masdar" for r in doc.infos[p].verbs)):
                    return None
        return None

    def _named_first(self, s: Said) -> Chunk | None:
        for i in range(s.first, min(s.last, s.first + 12)):
            c = self.syntax.at[i]
            if self.doc.infos[i].word.fold in AROUND and c is None:
                return None
            if c is None or c.first != i or not c.actor or c.actor == s.speaker:
                continue
            if i and self.doc.infos[i - 1].word.fold in AMONG:
                return None  # توعدت دول على رأسها س: who threatens
            if i and self.doc.infos[i - 1].prep == "في":
                return None  # أعمال تستهدف المقيمين في المملكة: where
            return c if self._type(c) in TARGETS and not self._dead(c) and not self._spared(c) else None
        return None

    def _spared(self, c: Chunk) -> bool:
        """ما لم تتم إعادة فلان: what is to be done with him is no harm."""
        before = self.doc.infos[c.first - 1].verbs if c.first else ()
        nouns = [r for r in before if r.pos == "masdar"]
        return not c.lead and bool(nouns) and all(r.lemma not in HOSTILE for r in nouns)

    def _dead(self, c: Chunk) -> bool:
        """بالثأر لمقتل فلان: he is avenged."""
        before = self.doc.infos[c.first - 1].word.fold if c.first else ""
        return before.removeprefix("ل") in ("مقتل", "قتل", "اغتيال", "دم", "دماء", "روح") or self._suffered(c)

    def _will_impose(self, i: int, r: Reading, s: Said, own: set[str | None]) -> Chunk | None:
        """إن بلاده ستفرض أقوى عقوبات على س: upon whom the speaker or his state will impose what harms."""
        args = self.syntax.subject(i, r, s.last)
        ours = r.person in ("1s", "1p") or (bool(args.chunks) and args.chunks[0].actor in own)
        if not ours or self.doc.infos[i - 1].word.fold in NEGATIONS:
            return None
        start = args.end if args.how == "after" and args.chunks else i + 1
        harm = next((p for p in range(start, min(s.last, start + 4)) if self.doc.infos[p].word.fold in HARM), None)
        found = self.syntax.with_prep(harm + 1, s.last, frozenset(("علي", "ضد")), 8) if harm is not None else []
        return found[0] if found else None

    def _vows(self, s: Said) -> None:
        """سنضرب س, إن بلاده ستعاقب س: what the speaker says that he or his own will do."""
        doc = self.doc
        own = {s.speaker, self._acts_for(s.speaker)}
        for i in range(s.first, s.last):
            info = doc.infos[i]
            if self.inside[i] is not s or self.syntax.at[i] is not None or not info.verbs:
                continue
            for r in info.verbs:
                carrying = r.lemma == "واصل" and r.future
                if r.lemma == "فرض" and r.future and (hit := self._will_impose(i, r, s, own)):
                    self._threat(s, hit, i, "vow:threaten:فرض", 0.65)
                if r.pos != "verb" or not r.future or not (r.lemma in HOSTILE or carrying):
                    continue
                if doc.infos[i - 1].word.fold in NEGATIONS:
                    continue
                start = i + 1
                if r.person not in ("1s", "1p"):
                    args = self.syntax.subject(i, r, s.last)
                    if not args.chunks or (args.chunks[0].actor not in own and args.chunks[0].head != HEAD):
                        continue
                    start = max(start, args.end if args.how == "after" else start)
                if carrying:
                    if start < s.last and any(x.pos == "masdar" and x.lemma in HOSTILE for x in doc.infos[start].verbs):
                        start += 1
                    else:
                        continue
                on = frozenset(("علي", "ضد"))
                whom = self.syntax.at[start] if carrying and start < s.last else None
                if whom is not None and whom.first == start and not whom.lead:
                    found = self.syntax.coordinated(whom, s.last)  # ستواصل استهداف س
                else:
                    found = self.syntax.objects(start, s.last, 1) or self.syntax.with_prep(start, s.last, on, 10)
                if not found and r.lemma == "رد":
                    answered = self.syntax.through(start, s.last, frozenset(("علي",)), 4)
                    found = [c for c in answered if not self._suffered(c)]  # سترد على توسيع الناتو
                for c in found or self._to_be_hit(i):
                    self._threat(s, c, i, f"vow:threaten:{r.lemma}", 0.65)
                break

    def _to_be_hit(self, i: int) -> list[Chunk]:
        """سنستهدف السفن الأمريكية: whom the attack will reach that the verb at i tells."""
        hit = {x.object for x in self.out if x.trigger == i and x.type == "ATTACKED" and x.status == "planned"}
        return [c for c in self.cast.chunks if c.actor in hit and i < c.first < i + REACH][: len(hit)]
