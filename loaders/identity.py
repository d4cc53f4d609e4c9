"""Ids of actors that no list names: functions of the article alone (DESIGN.md, Identity)."""

from __future__ import annotations

from kg.model import fold
from loaders.bodynames import ADJECTIVES
from loaders.deals import VAGUE
from loaders.doc import Chunk
from loaders.lexicon import Lexicon
from loaders.lexicon.entities import Entity
from loaders.lexicon.sets import word_set
from loaders.lexicon.trie import END, Node
from loaders.namewords import COMPOUND, KUNYA, SERVANT

OF_STATES = word_set("identity.of_states")
"""Bodies that every state has one of: without its nation, that of the state that the article is about."""


def local(id: str, article: str) -> str:
    """The id of somebody whom only this article tells apart."""
    return f"{id}@{article.split('/')[-1]}"


def single(words: tuple[str, ...]) -> bool:
    """One name in two words (عبد الرحمن, سيف الدين, أبو محمد): a short name, not a full one."""
    if len(words) != 2:
        return len(words) < 2
    first, second = words
    return (
        first in KUNYA
        or first in ("بن", "ابن", "ال")
        or (first in SERVANT and (second in COMPOUND or (first in ("عبد", "امه") and second.startswith("ال"))))
    )


def body_words(chunk: Chunk, lex: Lexicon) -> list[str]:
    """The folded words of a body's name, its nation left out (السفارة الأمريكية, سفارة الولايات المتحدة → سفاره)."""
    words = fold(chunk.name).split()
    if chunk.iso:
        country = lex.countries[chunk.iso].entity
        for alias in sorted((fold(n).split() for n in country.aliases), key=len, reverse=True):
            if len(words) > len(alias) and words[-len(alias) :] == alias:
                words = words[: -len(alias)]
                break
        kept = [
            w
            for k, w in enumerate(words)
            if k == 0 or not (any(n.iso == chunk.iso for n in lex.nisba.get(w, ())) or _second(words, k, lex))
        ]
        words = kept or words
        if words[-1] == "في" and len(words) > 1:
            words = words[:-1]
    if words and words[0].startswith("ال") and len(words[0]) > 4:
        words[0] = words[0][2:]
    if len(words) == 1 and words[0] in ("خارجيه", "داخليه"):
        return ["وزاره", "ال" + words[0]]
    return words


def listed_of(lex: Lexicon, key: str, iso: str) -> Entity | None:
    """The listed ministry or house that «وزارة الخارجية», «مجلس الشيوخ» of one state is, if any."""
    node: Node | None = lex.root
    for word in key.split():
        node = node.get(word) if node is not None else None
    for form, nisba in lex.countries[iso].adjectives if node is not None else ():
        if nisba.definite and nisba.number == "s" and " " not in form:
            for entity in (node or {}).get(form, {}).get(END, ()):
                if entity.type == "organization" and entity.country == iso:
                    return entity  # type: ignore[no-any-return]
    return None


def resolution(lex: Lexicon, chunk: Chunk) -> Entity | None:
    """The listed resolution of the Security Council by its number (القرار الأممي (2216))."""
    number = chunk.name.removeprefix("القرار ")
    return lex.entities.get(f"agreement/unscr-{number}") if chunk.kind == "agreement" and number.isdigit() else None


ONE_OF_ITS_KIND = word_set("identity.one_of_its_kind")
"""Bodies that a state has one of: their kind and nation name them."""


def of_many(chunk: Chunk, lex: Lexicon) -> bool:
    """Whether kind and nation leave it open which it is (الصحيفة البريطانية, القنصلية الأمريكية)."""
    if chunk.by not in ("head:name", "group+head:name") or not chunk.iso:
        return False
    words = body_words(chunk, lex)
    return len(words) == 1 and words[0] not in ONE_OF_ITS_KIND


def _second(words: list[str], k: int, lex: Lexicon) -> bool:
    """Either word of a nation's adjective of two (كوري جنوبي)."""
    after = words[k + 1] if k + 1 < len(words) else ""
    return after in lex.nisba2.get(words[k], {}) or (k > 0 and words[k] in lex.nisba2.get(words[k - 1], {}))


def generic(chunk: Chunk, lex: Lexicon) -> bool:
    """Whether a body is told only by its kind and common words (اللجنة العسكرية العليا, قوات الأمن)."""
    if chunk.by not in ("head:name", "head:unit", "group+head:name") or chunk.iso:
        return False
    words = fold(chunk.name).split()
    rest = words[len(chunk.head.split()) :]
    if not rest:
        return True
    if chunk.by == "head:unit":
        return True
    common = all(
        w in lex.ordinary or w in VAGUE or w in ADJECTIVES or (w.startswith("لل") and "ال" + w[2:] in lex.ordinary)
        for w in rest
    )
    return common and (len(rest) == 1 or (len(rest) == 2 and words[0].startswith("ال")))


STANDING = word_set("identity.standing")
"""Bodies that are worth a node by their kind alone; others of a kind stand only when something is told of them."""


def stands(chunk: Chunk) -> bool:
    return chunk.head.split()[0].removeprefix("ال") in STANDING
