"""Bodies named before and taken up by their head noun alone: الحركة, الوزارة, قوات النظام."""

from __future__ import annotations

from loaders.doc import Chunk, Doc
from loaders.lexicon.sets import word_set
from loaders.lexicon.trie import END
from loaders.nations import FORCES

DEALS_ALONE = word_set("backrefs.deals")
STATE_ALONE = word_set("backrefs.states")
"""Arms of a state that, with nothing behind them, mean the state told of before."""


def again(doc: Doc, i: int) -> Chunk | None:
    """الحركة, الوزارة, البيان: a body named before."""
    following = doc.infos[i + 1].word.fold if i + 1 < doc.n else ""
    for lead, rest in doc.infos[i].word.splits:
        if (rest in FORCES and following in STATE_ALONE) or (rest == "القوات" and following == "الحكوميه"):
            arm = "حكومه" if rest == "القوات" else following[2:]
            return _backref(doc, i, i + 2, lead, "f", "state:" + arm)
        if not rest.startswith("ال") or len(rest) < 5:
            continue
        for head in doc.lex.heads.get(rest, {}).get(END, ()):
            if head.kind == "country" and rest in STATE_ALONE:
                return _backref(doc, i, i + 1, lead, head.gender, "state:" + rest[2:])
            if head.type == "agreement" and head.alone and rest in DEALS_ALONE:
                return _backref(doc, i, i + 1, lead, "m", rest[2:])
            told = head.kind in ("org", "body") and head.type != "agreement" and (head.alone or rest == "البيان")
            if told or rest in ("البيان", "التقرير"):
                return _backref(doc, i, i + 1, lead, "f" if rest.endswith("ه") else "m", rest[2:])
    return None


def _backref(doc: Doc, first: int, last: int, lead: str, gender: str, head: str) -> Chunk:
    name = doc.quote_free(first, last) if last - first > 1 else doc.texts[first]
    return Chunk(
        first,
        last,
        first,
        last,
        "backref",
        "title",
        "again",
        0.6,
        lead,
        gender=gender,
        name=name,
        head=head,
    )
