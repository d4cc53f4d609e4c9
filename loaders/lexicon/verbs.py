"""Readings of a word as a verb, participle or masdar of the lexicon, its clitics taken off."""

from __future__ import annotations

from typing import NamedTuple

from loaders.lexicon.tables import HERE, read

PRONOUNS = {"ه": "3ms", "ها": "3fs", "هم": "3p", "هما": "3d", "هن": "3p", "ني": "1s", "نا": "1p"}
_BY_LAST = {letter: tuple((end, person) for end, person in PRONOUNS.items() if end[-1] == letter) for letter in "هامني"}
"""The pronouns by their last letter: most words end in none of these."""


WHOLE = "كامل"
"""A word that looks like a noun of hope behind ك, and is none."""


class Reading(NamedTuple):
    lemma: str
    pos: str
    """verb, participle or masdar"""
    tense: str
    """past or pres; empty for the others"""
    person: str
    """3ms 3fs 3d 3p 1s 1p of a verb; ms fs mp d of a participle; s p of a masdar"""
    lead: str = ""
    """و or ف"""
    prep: str = ""
    """ب ل ك before a masdar or participle"""
    future: bool = False
    definite: bool = False
    pronoun: str = ""
    """person of the attached object or possessor"""


class Verbs:
    """All inflected forms (`forms.tsv`), by their light spelling."""

    def __init__(self) -> None:
        self.forms: dict[str, list[tuple[str, str, str]]] = {}
        for row in read(HERE / "forms.tsv", ("form", "lemma", "pos", "feature")):
            self.forms.setdefault(row["form"], []).append((row["lemma"], row["pos"], row["feature"]))

    def readings(self, light: str) -> tuple[Reading, ...]:
        """Every reading of a lightly folded word, the barest first."""
        out: list[Reading] = []
        for lead in ("", light[0]) if light[:1] in ("و", "ف") else ("",):
            rest = light[len(lead) :]
            if len(rest) < 2:
                continue
            self._add(out, rest, lead, "", False, False)
            if rest.startswith("س") and len(rest) > 3:
                self._add(out, rest[1:], lead, "", True, False)
            if rest[0] in "بلك" and len(rest) > 3 and rest != WHOLE:
                self._add(out, rest[1:], lead, rest[0], False, False)
                if rest[1:3] == "ال":
                    self._add(out, rest[3:], lead, rest[0], False, True)
            if rest.startswith("لل"):
                self._add(out, rest[2:], lead, "ل", False, True)
            if rest.startswith("ال"):
                self._add(out, rest[2:], lead, "", False, True)
        return tuple(dict.fromkeys(out)) if len(out) > 1 else tuple(out)

    def _add(self, out: list[Reading], form: str, lead: str, prep: str, future: bool, definite: bool) -> None:
        for lemma, pos, feature in self.forms.get(form, ()):
            if "bound" not in feature:
                self._one(out, lemma, pos, feature, lead, prep, future, definite, "")
        if definite or not form:
            return
        for end, person in _BY_LAST.get(form[-1], ()):
            if form.endswith(end) and len(form) - len(end) >= 2:
                stem = form[: -len(end)]
                for lemma, pos, feature in self.forms.get(stem, ()):
                    # a shape that changes before a pronoun is listed as bound; the free one cannot take it
                    if "bound" not in feature and (stem.endswith(("ى", "ة", "وا")) or feature.endswith("acc")):
                        continue
                    if pos == "participle" and person[0] == "1":
                        continue
                    self._one(out, lemma, pos, feature.replace(" bound", ""), lead, prep, future, definite, person)

    @staticmethod
    def _one(
        out: list[Reading],
        lemma: str,
        pos: str,
        feature: str,
        lead: str,
        prep: str,
        future: bool,
        definite: bool,
        pronoun: str,
    ) -> None:
        if pos == "verb":
            tense, person = feature.split()[:2]
            if definite or (prep and not (prep == "ل" and tense == "pres")) or (future and tense != "pres"):
                return
            if pronoun and person.startswith("1") and pronoun.startswith("1"):
                return
        else:
            tense, person = "", feature.split()[0]
            if future:
                return
        out.append(Reading(lemma, pos, tense, person, lead, prep, future, definite, pronoun))
