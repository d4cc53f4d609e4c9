"""What a speaker says that somebody must do: على إسرائيل أن, يجب على طهران, ضرورة أن تلتزم موسكو."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right

from loaders.displacements import Displacements
from loaders.doc import Chunk
from loaders.lexicon.frames import ACTORS
from loaders.lexicon.sets import word_set
from loaders.prospects import NEED, WORTH
from loaders.speakers import Said
from loaders.text import QUOTES

MUST = word_set("demands.must")
BEING = word_set("clause.being")
DUTIFUL = word_set("demands.dutiful")
RESIGNING = word_set("demands.resigning")
"""What only the man himself can do who is to go (دعا إلى استقالة فلان)."""
OWN_ACTS = word_set("demands.own_acts")
"""What only its possessor can do (التزام س)."""
COMPLYING = frozenset(("التزم", "امتثل", "أوفى"))
"""Those of them that one is told to do even where their worth is told (أهمية التزام س ب)."""
RESPECTING = frozenset(("احترم", "نفذ", "طبق"))
CEASING = word_set("demands.ceasing")
"""Nouns of what is only called for from whoever is to do it (طالب بتخلي س عن)."""
KEEPING = word_set("demands.keeping")
SHAPES = re.compile("ا[^او]{1,2}[^او]?[^او]?ا[^اه]|ت[^او]{2}ي[^اه]|م[^او]ا[^او]{2}ه")
"""Shapes of nouns of doing (استغلال, إظهار, تقديم, مواجهة), folded."""
ABOUT = frozenset(("عن", "عنه", "عنها"))
"""What stands behind the name of what one is to desist from (الكف عن كذا)."""
NEGATED = frozenset(("لا", "ليس", "ليست", "لم", "لن", "غير", "دون"))


class Demands(Displacements):
    """Adds what a speaker says that somebody must do."""

    def _obliged(self) -> None:
        """URGED from a duty that the speaker lays on somebody other than himself and his own nation."""
        duties = self.doc.spots(MUST | NEED | WORTH | DUTIFUL | RESIGNING | {"علي", "واجب"})
        for s in self.said:
            if s.chunk is None or s.act in ("deny", "accuse", "threaten"):
                continue
            for i in duties[bisect_right(duties, s.cue) : bisect_left(duties, s.last)]:
                whom = self._bound(i, s) if self.inside[i] is s or i < s.first else None
                if (
                    whom is not None
                    and whom.actor not in (None, s.speaker)
                    and self._type(whom) in ACTORS
                    and not self._own(s.speaker, whom.actor or "")
                ):
                    for one in self.syntax.coordinated(whom, s.last):
                        self._laid_on(s.chunk, one, i, s.last)

    def _called_for(self) -> None:
        """طالبت س بتخلي ص عن, دعا إلى التزام ع ب: what is called for, and only he can do whose doing it is."""
        for s in self.said:
            i = s.first + (self.doc.infos[s.first].word.fold == "الي") if s.last > s.first + 2 else s.last
            if s.chunk is None or s.act not in ("demand", "ask") or i + 2 >= s.last:
                continue
            whom = self.syntax.at[i + 1]
            if self.syntax.at[i] is not None or whom is None or whom.first != i + 1 or whom.lead:
                continue
            his = any(r.pos == "masdar" and r.lemma in CEASING for r in self.doc.infos[i].verbs)
            if (
                his
                and whom.kind != "nisba"
                and self._type(whom) in ACTORS
                and not self._own(s.speaker, whom.actor or "")
            ):
                for one in self.syntax.coordinated(whom, s.last):
                    self._laid_on(s.chunk, one, i, s.last)

    def _laid_on(self, who: Chunk, whom: Chunk, i: int, last: int) -> None:
        """Tells the duty that the word at i lays on somebody."""
        self._emit(who, "URGED", whom, "asserted", i, "frame:urged:must", 0.6, ACTORS)

    def _kept(self) -> None:
        """قال إنه يجب الإبقاء على الاتفاق, دعا إلى الحفاظ عليه, تمسك به: who means to keep an agreement."""
        doc, syntax = self.doc, self.syntax
        kept = doc.spots(KEEPING)
        for s in self.said if kept else ():
            if s.chunk is None or s.act in ("deny", "accuse", "threaten", "criticize"):
                continue
            for i in kept[bisect_right(kept, s.cue) : bisect_left(kept, s.last)]:
                if syntax.at[i] is not None:
                    continue
                if i and doc.infos[i - 1].word.fold in NEGATED | {"عدم"}:
                    continue
                found = syntax.with_prep(i + 1, s.last, frozenset(("علي", "ب")), 4)
                for c in found[:1]:
                    if self._type(c) == "agreement":
                        kinds = frozenset(("agreement",))
                        self._emit(s.chunk, "SUPPORTS", c, "asserted", i, "frame:supports:kept", 0.65, kinds)

    def _noun_of_doing(self, i: int) -> bool:
        """Whether the word at i is a noun of doing here, no verb."""
        kinds = self.doc.infos[i].kinds
        return "masdar" in kinds and ("verb" not in kinds or not self._verbal(i))

    def _shaped_so(self, p: int) -> bool:
        """على بريطانيا استغلال الفرصة: whether an unlisted word has the shape of a noun of doing."""
        info = self.doc.infos[p]
        plain = not (info.closed or info.prep or info.verbs) and self.syntax.at[p] is None
        if plain and info.definite:  # على س الكف عن, التخلي عن
            form = info.word.fold
            noun = not form.endswith("يه") and (not form.endswith("ي") or form.startswith("الت"))
            then = self.doc.infos[p + 1] if p + 1 < self.doc.n else None
            return noun and form.startswith("ال") and then is not None and then.word.fold in ABOUT
        return plain and not info.definite and SHAPES.fullmatch(info.word.fold) is not None

    def _does_it(self, i: int, whom: Chunk, last: int, needed: bool) -> bool:
        """ضرورة التزام س ب, تحمل س مسؤولياته, أهمية احترام س لـ: whether the doing at i is that of its possessor."""
        doc = self.doc
        if any(r.lemma in (OWN_ACTS if needed else COMPLYING) for r in doc.infos[i].verbs):
            return True
        q = whom.last
        if whom.kind == "nisba" or q >= last or self.syntax.at[q] is not None or doc.infos[q].closed:
            return False
        form = doc.infos[q].word.fold  # احتلالها, التزاماته, للقانون
        own = needed and form.endswith(("ها", "ه")) and len(form) > 4 and not doc.texts[q].endswith("ة")
        return own or (form.startswith("لل") and any(r.lemma in RESPECTING for r in doc.infos[i].verbs))

    def _offered_to(self, i: int) -> bool:
        """تعرض [فرنسا] على س إرسال خبراء: whether على at i belongs to a verb before it, and lays no duty on anybody."""
        chunk = self.syntax.at[i - 1]
        info = self.doc.infos[chunk.first - 1 if chunk is not None and chunk.first else i - 1]
        return "verb" in info.kinds and not info.closed

    def _bound(self, i: int, s: Said) -> Chunk | None:
        """Whom a word of duty at token i binds."""
        doc, syntax = self.doc, self.syntax
        form = doc.infos[i].word.fold
        quoted = i > 1 and doc.texts[i - 1] in QUOTES  # أكد أن "على س أن
        before = doc.infos[i - 1 - quoted].word.fold if i else ""
        if syntax.at[i] is not None or (before in NEGATED and not (form == "بد" and before == "لا")):
            return None
        if form == "علي" and i and self._offered_to(i):
            return None
        if form == "علي":
            whom = syntax.at[i + 1] if i + 1 < s.last else None
            if whom is None or whom.first != i + 1 or whom.lead:
                return None
            must = (
                before in MUST
                or (i > s.first and before in ("ان", "وان", "بان", "انه", "بانه"))
                or i == s.first + quoted
            )
            end = syntax.coordinated(whom, s.last)[-1].last  # على مصر والسودان أن
            then = doc.infos[end].word.fold if end < s.last else ""
            to_do = end < s.last and ("masdar" in doc.infos[end].kinds or self._shaped_so(end))
            return whom if must and (then in ("ان", "الا") or before in MUST or to_do) else None
        if form in RESIGNING and s.act in ("demand", "ask") and i + 1 < s.last:
            one = syntax.at[i + 1]  # دعا إلى استقالة فلان
            fits = one is not None and one.first == i + 1 and not one.lead and self._type(one) == "person"
            return one if fits else None
        if form == "واجب" and before == "من" and i + 1 < s.last:
            one = syntax.at[i + 1]  # من واجب س أن
            that = one is not None and one.last < s.last and doc.infos[one.last].word.fold in ("ان", "الا")
            return one if one is not None and that and one.first == i + 1 and not one.lead else None
        if (form in NEED or form in WORTH) and i + 2 < s.last:
            whom = syntax.at[i + 2]  # ضرورة التزام س ب
            if whom is not None and whom.first == i + 2 and not whom.lead and "masdar" in doc.infos[i + 1].kinds:
                return whom if self._does_it(i + 1, whom, s.last, form in NEED) else None
        if form == "بد" and i + 1 < s.last and (one := syntax.at[i + 1]) is not None and one.lead == "ل":
            that = one.last < s.last and doc.infos[one.last].word.fold in ("ان", "من")  # لا بد لس أن
            return one if that and before == "لا" and one.first == i + 1 else None
        ahead = syntax.at[i - 1] if i > s.first and i + 1 < s.last else None
        if form in MUST and ahead is not None and ahead.last == i and doc.infos[i + 1].word.fold in ("ان", "الا"):
            if i + 2 < s.last and doc.infos[i + 2].word.fold in BEING:
                return None  # لوكاشينكو يجب أن يكون على القائمة: nothing that he does
            return ahead if syntax._opens(ahead, s.first) and not ahead.lead else None  # إن إيران يجب أن
        if (
            (form in MUST or (form in DUTIFUL and before == "من"))
            and i + 3 < s.last
            and s.act in ("demand", "ask", "say")
            and doc.infos[i + 1].word.fold in ("ان", "الا")
        ):
            whom = syntax.at[i + 3]
            if self.inside[i] is not s and i >= s.first:
                return None
            verb = doc.infos[i + 2].word.fold
            if whom is not None and whom.first == i + 3 and not whom.lead and verb.startswith(("ت", "ي")):
                return whom if syntax.at[i + 2] is None else None
        return None
