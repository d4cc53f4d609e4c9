"""Derive `forms.tsv`, the inflected forms of `verbs.tsv`, with mazini (CC-BY-4.0) at build time.

    python -m loaders.lexicon.build          write forms.tsv
    python -m loaders.lexicon.build --check  fail when forms.tsv is not what verbs.tsv gives

Kept are third persons and first persons, active, past and present; participles, masdars. Imperatives and second
persons are left out: unvocalised they collide with names and nouns (وزير with زار, لندن with أدان). A form that takes
an object pronoun is written in its bound shape (نفى → نفا+ه, زيارة → زيارت+ه) and marked `bound`.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
FINITE = {
    "past_3ms": "past 3ms",
    "past_3fs": "past 3fs",
    "past_3md": "past 3d",
    "past_3fd": "past 3d",
    "past_3mp": "past 3p",
    "past_3fp": "past 3p",
    "past_1p": "past 1p",
    "past_1s": "past 1s",
    "ind_3ms": "pres 3ms",
    "ind_3fs": "pres 3fs",
    "ind_3md": "pres 3d",
    "ind_3fd": "pres 3d",
    "ind_3mp": "pres 3p",
    "ind_1p": "pres 1p",
    "ind_1s": "pres 1s",
    "sub_3mp": "pres 3p",
    "sub_3md": "pres 3d",
    "juss_3ms": "pres 3ms",
    "juss_3fs": "pres 3fs",
}
PASSIVES = {"اغتيل": ("اغتيل", "اغتيلت"), "أصيب": ("أصيب", "أصيبت")}
"""Passive verbs that their letters tell from the active."""
PASSIVE = frozenset(("دعم", "مول", "سلح", "موجود", "سجن", "حبس", "خطف", "أوقف"))
"""Verbs whose passive participle tells a relation (المدعومة من)."""
ANOTHERS = {
    "استعاد": ("يستعد", "تستعد"),
    "طال": ("يطل", "تطل", "نطل", "أطل"),
    "سعى": ("تسع", "يسع"),
    "قبل": ("قبل",),
}
"""Forms that are nearly always another verb's (استعد)."""
NO_NOUN = frozenset(("وصل_مع", "طبع_مع"))
"""Verbs whose noun of doing is nearly always another's form (تواصل of واصل)."""
MARKS = {c: None for c in map(ord, "ًٌٍَُِّْٰ")}
ALEFS = str.maketrans("أإآٱ", "اااا")


def light(text: str) -> str:
    """Vowel marks dropped, alefs joined; ة, ى and hamza seats kept (وزارة must not match زار)."""
    return text.translate(MARKS).translate(ALEFS)


def bound(form: str) -> tuple[str, ...]:
    """The shapes before an object pronoun that differ from the form itself."""
    if form.endswith("ى"):
        return (form[:-1] + "ا",)
    if form.endswith("ة"):
        return (form[:-1] + "ت",)
    if form.endswith("وا"):
        return (form[:-1],)
    if form.endswith("ء"):
        return (form[:-1] + "ئ", form[:-1] + "ؤ")
    return ()


def forms() -> Iterator[tuple[str, str, str, str]]:
    from mazini import conjugate  # a build-time dependency: the product ships the table

    lines = (x for x in (HERE / "verbs.tsv").read_text(encoding="utf-8").splitlines() if x and not x.startswith("#"))
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        lemma, options = row["lemma"], dict[str, Any]()
        if row["vowels"]:
            options["vowels"] = tuple(row["vowels"].split("~"))
        slots = conjugate(row["root"], row["form"], **options).slots
        for slot, feature in FINITE.items():
            for form in slots.get(slot, ()):
                yield light(form.form), lemma, "verb", feature
        for form in slots.get("ap", ()):
            stem = light(form.form)
            if form.form.endswith("ٍ"):
                stem += "ي"
            for end, feature in (("", "ms"), ("ا", "ms acc"), ("ة", "fs"), ("ين", "mp"), ("ون", "mp"), ("ان", "d")):
                yield stem + end, lemma, "participle", feature
        for form in slots.get("pp", ()) if lemma in PASSIVE else ():
            stem = light(form.form)
            for end, feature in (("", "ms"), ("ة", "fs"), ("ين", "mp"), ("ون", "mp")):
                yield stem + end, lemma, "participle", feature
        masdars = [m for m in row["masdars"].split("|") if m]
        if row["form"] != "I":
            masdars += [light(f.form) for f in slots.get("vn", ())]
        for masdar in dict.fromkeys(light(m) for m in masdars if lemma not in NO_NOUN):
            yield masdar, lemma, "masdar", "p" if masdar.endswith("ات") else "s"
            if not masdar.endswith(("ات", "ى", "ان", "ين")):
                stem = masdar[:-1] + "ت" if masdar.endswith("ة") else masdar
                yield stem + "ين", lemma, "masdar", "d"
                yield stem + "ي", lemma, "masdar", "d bound"
            if masdar.endswith(("ة", "ى")) or masdar.endswith("ات"):
                continue
            yield masdar + "ا", lemma, "masdar", "s acc"


def passives() -> Iterator[tuple[str, str, str, str]]:
    for lemma, shapes in PASSIVES.items():
        for shape in shapes:
            yield light(shape), lemma, "verb", "past 3fs" if shape.endswith("ت") else "past 3ms"


def nouns() -> Iterator[tuple[str, str, str, str]]:
    """The nouns of nouns.tsv, with their accusative."""
    lines = (x for x in (HERE / "nouns.tsv").read_text(encoding="utf-8").splitlines() if x and not x.startswith("#"))
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        for form in row["forms"].split("|"):
            yield light(form), row["lemma"], "masdar", "p" if form.endswith("ات") else "s"


def rows() -> list[tuple[str, str, str, str]]:
    out: dict[tuple[str, str, str], str] = {}
    every = (*forms(), *passives(), *nouns())
    plain = {form for form, _, _, feature in every if not feature.startswith("d")}
    for form, lemma, pos, feature in every:
        if pos == "masdar" and feature.startswith("d") and form in plain:
            continue  # مطالبين is no dual
        if "?" not in form and form not in ANOTHERS.get(lemma, ()):
            out.setdefault((form, lemma, pos), feature)
            for shape in bound(form):
                out.setdefault((shape, lemma, pos), feature + " bound")
    return sorted((form, lemma, pos, feature) for (form, lemma, pos), feature in out.items())


def main() -> int:
    text = "form\tlemma\tpos\tfeature\n" + "".join("\t".join(r) + "\n" for r in rows())
    target = HERE / "forms.tsv"
    if "--check" in sys.argv:
        same = target.read_text(encoding="utf-8") == text
        print("forms.tsv is up to date" if same else "forms.tsv is stale: run python -m loaders.lexicon.build")
        return 0 if same else 1
    target.write_text(text, encoding="utf-8")
    print(f"{text.count(chr(10)) - 1} forms")
    return 0


if __name__ == "__main__":
    sys.exit(main())
