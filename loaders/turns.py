"""Turns of phrase that tell an act without its verb: بناء على طلب س, في حرب مع ص, أسلحة من س إلى ص, مدرج على قائمة س,
بلدات يسيطر عليها س في ص."""

from __future__ import annotations

from loaders.doc import Chunk
from loaders.inserts import AREAS
from loaders.kinds import FORCES
from loaders.lexicon.frames import ACTORS
from loaders.lexicon.sets import word_set
from loaders.phrases import AGENTS
from loaders.standing import NOUN
from loaders.stations import Stations
from loaders.text import QUOTES

REQUESTS = frozenset(("طلب", "بطلب", "لطلب", "بناء", "طلبات", "لطلبات"))
HEEDING = frozenset(("استجابه", "تلبيه", "بناء", "نزولا", "بناءا", "تنفيذا", "واستجابه", "وبناء"))
"""How what is done at a request begins (استجابة لطلب س)."""
AT_WAR = frozenset(("حرب", "حالة حرب", "الحرب", "بحرب"))
STATES = frozenset(("حاله", "مواجهه"))
SUPPLIES = word_set("turns.supplies")
"""What supports whoever it goes to (أسلحة من س إلى ص)."""
LISTED = word_set("turns.listed")
"""Participles and passives of whoever is put on a list (مدرج على قائمة الإرهاب)."""
LISTS = word_set("turns.lists")
UPON = frozenset(("عليها", "عليه"))
MOVING = frozenset(("وصول", "تهريب", "تدفق", "نقل", "شحنات", "توريد", "ايصال"))


class Turns(Stations):
    """Adds what such turns tell."""

    def _turns(self) -> None:
        doc = self.doc
        for i in doc.spots(REQUESTS):
            self._at_request(i)
        for i in doc.spots(AT_WAR):
            self._at_war(i)
        for i in doc.spots(SUPPLIES):
            self._supplied(i)
        for i in doc.spots(LISTED):
            self._on_a_list(i)
        for i in doc.spots(UPON):
            self._held_part(i)

    def _here(self, p: int, stop: int) -> Chunk | None:
        """The actor whose noun phrase begins at p without a clitic."""
        chunk = self.syntax.at[p] if p < stop else None
        fits = chunk is not None and chunk.first == p and not chunk.lead and chunk.kind in AGENTS
        return chunk if fits else None

    def _at_request(self, i: int) -> None:
        """تدخلت س بناء على طلب ص, عزز س إجراءاته استجابة لطلب ص, اجتمع المجلس بطلب من ص: who asked whom."""
        doc, syntax = self.doc, self.syntax
        form = doc.infos[i].word.fold
        sent = doc.sents[syntax.sent_of[i]]
        before = [info.word.fold for info in doc.infos[max(sent.first, i - 2) : i]]
        heeding = form == "لطلب" and before[-1:] and before[-1] in HEEDING
        heeding = heeding or (form == "طلب" and before[-1:] == ["علي"] and len(before) == 2 and before[0] in HEEDING)
        if syntax.at[i] is not None or not (heeding or form == "بطلب"):
            return
        p = i + 2 if i + 1 < sent.last and doc.infos[i + 1].word.fold == "من" else i + 1
        asker = self._here(p, sent.last)
        if asker is None or (form == "بطلب" and p == i + 1) or asker.kind == "nisba":
            return
        for one in self._main(i, sent.first, i):
            another = any(info.word.fold in ("ان", "بان") for info in doc.infos[one.last : i])
            if one.last <= i and not another:  # قال س إن العمليات تمت بناء على طلب ص
                self._emit(asker, "URGED", one, "asserted", i, "frame:urged:request:turn", 0.7, ACTORS)

    def _at_war(self, i: int) -> None:
        """س في حالة حرب مع ص, دخلت س في حرب مع ص."""
        doc, syntax = self.doc, self.syntax
        sent = doc.sents[syntax.sent_of[i]]
        k = i - 1
        if k > sent.first and doc.infos[k].word.fold in STATES:
            k -= 1
        inside = k >= sent.first and doc.infos[k].word.fold == "في"
        if (
            syntax.at[i] is not None
            or not inside
            or i + 1 >= sent.last
            or doc.infos[i + 1].word.fold not in ("مع", "ضد")
        ):
            return
        enemy = self._here(i + 2, sent.last)
        side = syntax.at[k - 1] if k > sent.first else None
        if enemy is None or side is None or side.last != k or side.lead or side.kind not in AGENTS:
            return
        verb = doc.infos[side.first - 1] if side.first > sent.first else None
        entered = verb is not None and any(
            r.pos == "verb" and r.lemma == "دخل" and r.tense == "past" for r in verb.verbs
        )
        if syntax.governed(side) or (verb is not None and not entered and verb.verbs):
            return
        for one in syntax.coordinated(enemy, sent.last):
            self._emit(side, "ATTACKED", one, "asserted", i, "frame:attacked:war:turn", 0.65, FORCES)

    def _supplied(self, i: int) -> None:
        """شحنات أسلحة من س إلى ص, المساعدات العسكرية إلى ص من س: what goes to an armed group supports it."""
        doc, syntax = self.doc, self.syntax
        if syntax.at[i] is not None:
            return
        last = doc.sents[syntax.sent_of[i]].last
        p = i + 1
        while p < min(last, i + 4) and syntax.at[p] is None and not doc.infos[p].prep and doc.texts[p][0].isalpha():
            if doc.infos[p].closed - {"modifier"} or any(r.pos == "verb" for r in doc.infos[p].verbs):
                return
            p += 1
        ends: dict[str, Chunk] = {}
        while p < last and len(ends) < 2:
            prep, chunk, at = doc.infos[p].prep, syntax.at[p], p + 1
            if chunk is not None and chunk.first == p and chunk.lead == "ل":
                prep, at = "الي", p
            end = syntax.at[at] if at < last else None
            if prep not in ("من", "الي") or prep in ends or end is None or end.first != at:
                return
            if end.lead not in ("", "ل") or end.kind not in AGENTS or end.kind == "nisba":
                return
            ends[prep], p = end, end.last
        if len(ends) < 2 or self._type(ends["الي"]) != "militia" or self._type(ends["من"]) not in FORCES:
            return
        first = doc.sents[syntax.sent_of[i]].first
        status = self._status(i, NOUN, first)[1] or "asserted"
        if status == "planned" and any(info.word.fold in MOVING for info in doc.infos[max(first, i - 2) : i]):
            status = "asserted"  # منع وصول الأسلحة من س إلى ص: it comes
        self._emit(ends["من"], "SUPPORTS", ends["الي"], status, i, "frame:supports:supplies:turn", 0.65, ACTORS)

    def _on_a_list(self, i: int) -> None:
        """س المدرج على قائمة الإرهاب الأمريكية, أدرجت س على لائحة العقوبات الأوروبية: whose list it is."""
        doc, syntax = self.doc, self.syntax
        sent = doc.sents[syntax.sent_of[i]]
        if syntax.at[i] is not None:
            return
        form, p = doc.infos[i].word.fold, i + 1
        if form.endswith(("درج", "درجه", "درجين", "درجون")) and form[0] in "ما":
            k = i - 1
            while k > sent.first and (doc.texts[k] in "،," or doc.texts[k] in QUOTES):
                k -= 1
            who = syntax.at[k] if k >= sent.first else None
            if who is None or who.last != k + 1:
                who = None
        else:
            who = None
        after = self._here(p, sent.last)
        if who is None and after is not None:
            who, p = after, after.last
        if who is None or self._type(who) not in ("person", "militia", "organization") or who.kind == "nisba":
            return
        if p + 1 >= sent.last or doc.infos[p].word.fold not in ("علي", "في", "ضمن"):
            return
        if doc.infos[p + 1].word.fold not in LISTS:
            return
        giver = self._list_owner(p + 2, sent.last)
        if giver is not None:
            self._emit(giver, "SANCTIONED", who, "asserted", i, "frame:sanctioned:list:turn", 0.7, ACTORS)

    def _list_owner(self, p: int, last: int) -> Chunk | None:
        """قائمة المنظمات الإرهابية للاتحاد الأوروبي, لائحة الإرهاب الأمريكية: whose list it is, within six words."""
        doc, syntax = self.doc, self.syntax
        for q in range(p, min(last, p + 6)):
            chunk = syntax.at[q]
            if chunk is not None:
                mine = chunk.first == q and (
                    chunk.kind == "nisba" or chunk.lead == "ل" or doc.infos[q - 1].prep == "لدي"
                )
                return chunk if mine and self._type(chunk) in ("country", "organization") else None
            if doc.texts[q] in "،,.:؛" or any(
                r.pos == "verb" and not doc.infos[q].definite for r in doc.infos[q].verbs
            ):
                return None
        return None

    def _held_part(self, i: int) -> None:
        """بلدات يسيطر عليها س في ص, المناطق التي تسيطر عليها س شمالي ص: who holds part of a land stands there."""
        doc, syntax = self.doc, self.syntax
        sent = doc.sents[syntax.sent_of[i]]
        k = i - 1
        if k <= sent.first or not any(r.pos == "verb" and r.lemma == "سيطر" for r in doc.infos[k].verbs):
            return
        k -= 1
        while k >= sent.first and k > i - 6 and doc.infos[k].word.fold not in AREAS:
            plain = syntax.at[k] is None and (doc.texts[k][0].isalpha() and not doc.infos[k].verbs)
            if not plain and syntax.at[k] is None:
                return
            k -= 1
        who = self._here(i + 1, sent.last)
        if k < sent.first or k <= i - 6 or who is None:
            return
        owners = [c for c in syntax.coordinated(who, sent.last) if c.kind != "nisba"]
        for where in self._where(syntax.modified(owners[-1].last, sent.last), sent.last) if owners else ():
            for one in owners:
                self._stands(one, where, "asserted", i, "frame:deployed_in:part:turn")
