"""Spellings of one foreign name: باهرام قاسمي is بهرام قاسمي, رياك مشار is ريك مشار; a listed name told more fully.

Arabic names differ by their long vowels (حسن, حسين), so a word that the name lists hold is only itself.
"""

from __future__ import annotations

from functools import lru_cache

from kg.model import fold
from loaders.doc import Role
from loaders.lexicon import Lexicon
from loaders.lexicon.entities import Entity
from loaders.lexicon.trie import END

ALIKE = str.maketrans("جطصقثذظ", "غتسكتدز", "اويء")
"""Letters that spell one foreign sound, and the long vowels, which come and go."""
LEAST = 3
"""Consonants that two spellings must share."""


def skeleton(word: str) -> str:
    """A folded word's consonants, those that spell one foreign sound made one."""
    return word[:1].translate(_FIRST) + word[1:].translate(ALIKE)


_FIRST = str.maketrans("جطصقثذظ", "غتسكتدز")


def variants(lex: Lexicon, a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether two full names are two spellings of one: word by word the same, or alike and in no list of names."""
    if len(a) != len(b) or len(a) < 2 or a == b:
        return False
    return all(x == y or _alike(lex, x, y) for x, y in zip(a, b, strict=True))


def _alike(lex: Lexicon, x: str, y: str) -> bool:
    if x.startswith("ال") and y.startswith("ال"):
        return x.translate(_FIRST) == y.translate(_FIRST)  # المطرب, المترب; but not الهنيدي, الهندي
    return skeleton(x) == skeleton(y) and len(skeleton(x)) >= LEAST and not (_known(lex, x) and _known(lex, y))


def _known(lex: Lexicon, word: str) -> bool:
    return word in lex.given or word in lex.given_common or word in lex.family


def listed_variant(lex: Lexicon, words: tuple[str, ...]) -> Entity | None:
    """The one listed person of whose name an unlisted full name is another spelling, if any."""
    found = {
        entity.slug: entity
        for name, entity in _index(lex).get(tuple(map(skeleton, words)), ())
        if variants(lex, words, name)
    }
    return next(iter(found.values())) if len(found) == 1 else None


def listed_within(lex: Lexicon, words: tuple[str, ...], roles: list[Role]) -> Entity | None:
    """The one listed person whose first and last name an unlisted fuller name has, and who holds the office told with
    it: وزير الخارجية أيمن حسين الصفدي."""
    if len(words) < 3:
        return None
    found: dict[str, Entity] = {}
    for first in (1, 2):
        node = lex.root
        for word in (*words[:first], words[-1]):
            node = node.get(word, {})
        for entity in node.get(END, ()):
            if entity.type == "person" and any(_holds(entity, role) for role in roles):
                found[entity.slug] = entity
    return next(iter(found.values())) if len(found) == 1 else None


def _holds(entity: Entity, role: Role) -> bool:
    """Whether the office is one that he is listed with, and of no other nation."""
    if role.kind != "office" or (role.iso and entity.country and role.iso != entity.country):
        return False
    told = _bare(f"{role.head} {role.portfolio}")
    return " " in told and any(_bare(office.title).startswith(told) for office in entity.offices)


def _bare(title: str) -> str:
    """الأمين العام لمجلس س, as the head of an office is written: no article."""
    return " ".join(word.removeprefix("ال") for word in fold(title).split())


@lru_cache(maxsize=1)
def _index(lex: Lexicon) -> dict[tuple[str, ...], list[tuple[tuple[str, ...], Entity]]]:
    out: dict[tuple[str, ...], list[tuple[tuple[str, ...], Entity]]] = {}
    for entity in lex.entities.values():
        if entity.type != "person":
            continue
        for name in {tuple(fold(alias).split()) for alias in (entity.name, *entity.aliases)}:
            if len(name) > 1:
                out.setdefault(tuple(map(skeleton, name)), []).append((name, entity))
    return out
