"""Where the words of a statement end: with their quotation, before the next cue, at وهو ما نفته طهران."""

from __future__ import annotations

from loaders.contents import Contents
from loaders.lexicon.sets import word_set
from loaders.lexicon.verbs import Reading
from loaders.text import QUOTES

MAX_WORDS = 150
WHICH = frozenset((("وهو", "ما"), ("وهو", "امر"), ("وهو", "الامر"), ("الامر", "الذي"), ("وهي", "الاتهامات")))
"""What a clause opens with that tells what others make of what was said."""
OTHERS = frozenset(("نفى", "رفض", "أنكر", "ندد", "أدان", "انتقد", "استنكر", "كذب", "أكد", "اعتبر", "عارض", "رحب"))
ALLEGED = word_set("statements.alleged")
"""What somebody denies in a word."""
DENYING = word_set("relations.denying")
CIRCUMSTANCE = word_set("statements.circumstance")
"""Words that, after a comma, lead out of what was said into when and where."""


class Endings(Contents):
    """Adds the end of the content, and what the narrator tells behind it."""

    def _last_below(self, begin: int) -> int:
        """Where the words of the line at `begin` end: their sentence, or the last one that their quotation reaches."""
        k = self.syntax.sent_of[begin]
        while k + 1 < len(self.doc.sents) and self.syntax.quoted[self.doc.sents[k + 1].first]:
            k += 1
        return self.doc.sents[k].last

    def _acts(self, p: int) -> bool:
        """Whether a finite verb that nothing joins to what stands before opens the clause at p."""
        info = self.doc.infos[p] if p < self.doc.n else None
        if info is None or info.closed or self.syntax.at[p] is not None or info.kinds != {"verb"}:
            return False
        return not info.verbs[0].lead

    def _which_others(self, p: int) -> bool:
        """وهو ما نفته س, وهو أمر رفضته ص, الأمر الذي نددت به ع: what others say of what was said."""
        infos = self.doc.infos
        if (infos[p].word.fold, infos[p + 1].word.fold) not in WHICH:
            return False
        return any(r.pos == "verb" and r.lemma in OTHERS and not r.person.startswith("1") for r in infos[p + 2].verbs)

    def _others_act(self, q: int, stop: int) -> bool:
        """يحذر س من كذا في ص وموسكو تعرقل بيانا: whether another, joined at q, does something of his own."""
        chunk = self.syntax.at[q]
        if chunk is None or chunk.first != q or chunk.lead != "و" or chunk.last + 1 >= stop:
            return False
        if chunk.kind not in ("person", "country", "militia", "organization"):
            return False
        info = self.doc.infos[chunk.last]
        if self.syntax.at[chunk.last] is not None or info.kinds != {"verb"} or info.closed:
            return False
        return not info.verbs[0].lead and not info.verbs[0].pronoun and self.syntax.agrees(info.verbs[0], chunk)

    def _denied(self, i: int, start: int, reading: Reading) -> tuple[int, int] | None:
        """نفت س ذلك, الأمر الذي نفاه ص, وهو ما تنفيه ع: the words that stand for what is denied: first, end."""
        infos = self.doc.infos
        if reading.lemma not in DENYING:
            return None
        if start < self.doc.n and infos[start].word.fold in ALLEGED:
            return start, start + 1
        if i > 2 and reading.pronoun and (infos[i - 2].word.fold, infos[i - 1].word.fold) in WHICH:
            return i - 2, i + 1
        return None

    def _next_act(self, cue: int, begin: int, stop: int) -> int:
        """تهدد س إيران وتفرض عقوبات: where the next act of the speaker begins behind what is no clause, else 0."""
        doc = self.doc
        said = next((r for r in doc.infos[cue].verbs if r.pos == "verb"), None)
        if said is None or any("complement" in info.closed for info in doc.infos[cue : begin + 1]):
            return 0
        for q in range(begin + 1, stop):
            info = doc.infos[q]
            if "complement" in info.closed or "relative" in info.closed or self.syntax.quoted[q] or doc.texts[q] == ":":
                return 0
            if self.syntax.at[q] is not None and self._others_act(q, stop):
                return q
            if self.syntax.at[q] is not None or info.kinds != {"verb"} or info.closed:
                continue
            r = info.verbs[0]
            if r.lead == "و" and r.person == said.person and r.tense == said.tense and not r.future:
                return q
        return 0

    def _end(self, begin: int, last: int, direct: bool, nxt: int, cue: int) -> int:
        """The end of the content: its quote, the next cue outside it, or the sentence; over several sentences inside an
        open quote."""
        doc, syntax = self.doc, self.syntax
        end = last
        p = begin
        while p < doc.n and doc.texts[p] in QUOTES:
            p += 1
        open_quote = p > begin and bool(syntax.quoted[p]) if p < doc.n else False
        if open_quote:
            q = p
            while q < doc.n and syntax.quoted[q] and q - p < MAX_WORDS + 20:
                q += 1
            if q >= last - 1:
                return min(q, p + MAX_WORDS)
            rest = q + 1
            end = nxt if nxt > rest else q  # what follows the closing quote belongs to it until the next cue
            if (
                direct
                and doc.texts[rest - 1] in QUOTES
                and rest < last
                and (doc.texts[rest] in "،,.؛" or doc.infos[rest].closed)
            ):
                end = q
        elif nxt > begin:
            end = nxt
        if not direct and not open_quote:
            end = self._next_act(cue, begin, min(end, last)) or end
        aside = any("relative" in info.closed for info in doc.infos[max(0, cue - 3) : cue])
        for q in range(begin + 2, min(end, last)):
            if aside and doc.texts[q] in "،," and not syntax.quoted[q] and self._acts(q + 1):
                end = q  # فلان، الذي كان قد دعا ص إلى كذا، غادر القاعة
                break
            if (
                doc.texts[q] in "،,"
                and begin + 2 < q < end - 1
                and doc.infos[q + 1].word.fold in CIRCUMSTANCE
                and not syntax.quoted[q]
            ):
                end = q  # ، وذلك لدى استقباله: told by the narrator
                break
            if doc.texts[q] in "،," and q + 3 < end and self._which_others(q + 1) and not syntax.quoted[q]:
                end = q  # ، وهو ما نفته طهران: told by the narrator
                break
        while end > begin + 1 and (
            doc.texts[end - 1] in "،,؛:-–(."
            or (
                doc.infos[end - 1].word.fold
                in (
                    "و",
                    "كما",
                    "لكن",
                    "ولكن",
                    "فيما",
                    "حيث",
                    "وقد",
                    "ثم",
                    "بينما",
                    "وكان",
                    "وكانت",
                    "وهو",
                    "ما",
                    "علي",
                    "كان",
                    "قد",
                    "كانت",
                    "حين",
                    "في",
                    "بعد",
                    "منذ",
                    "ان",
                )
                and end < last
            )
        ):
            end -= 1
        return min(end, begin + MAX_WORDS)
