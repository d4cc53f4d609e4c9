"""Gold pages as if they had been extracted, and seeded ways to spoil such an extraction."""

from __future__ import annotations

import copy
import json
import random
from pathlib import Path
from typing import Any

Json = dict[str, Any]


def perfect(gold: Json) -> Json:
    """What a reader without a fault would hand over for this page, by the extraction contract."""
    text = gold["text"]

    def span(part: str) -> Json:
        start = text.index(part)
        return {"start": start, "end": start + len(part), "text": part}

    return {
        "page": gold["id"],
        "actors": [
            {"id": a["id"], "type": a["type"], "name": a["names"][0], "names": a["names"], "name_en": a.get("name_en")}
            for a in gold["actors"]
        ],
        "relations": [
            {
                **{name: r.get(name) for name in ("subject", "type", "object", "status", "date", "former")},
                "evidence": span(r["evidence"]),
            }
            for r in gold["relations"]
        ],
        "statements": [
            {
                **{name: s.get(name) for name in ("speaker", "kind", "act", "via")},
                "about": s.get("about", []),
                "date": None,
                **span(s["anchor"]),
            }
            for s in gold["statements"]
        ],
    }


def spoil(pages: list[Json], seed: int) -> list[Json]:
    """A copy with items dropped, merged, renamed, relabelled, doubled, split over two lines; the same for one seed."""
    dice = random.Random(seed)
    rate = dice.choice((0.02, 0.1, 0.3, 0.6))
    out: list[Json] = []
    for page in copy.deepcopy(pages):
        ids = [a["id"] for a in page["actors"]]
        for actor in page["actors"]:
            if dice.random() < rate:
                _spoil_actor(actor, page["actors"], dice)
        page["actors"] = [a for a in page["actors"] if dice.random() > rate / 3]
        for relation in page["relations"]:
            if dice.random() < rate:
                _spoil_relation(relation, ids, page, dice)
        for statement in page["statements"]:
            if dice.random() < rate:
                _spoil_statement(statement, ids, page, dice)
        for kind in ("relations", "statements"):
            page[kind] = [one for one in page[kind] if dice.random() > rate / 3]
            page[kind] += [copy.deepcopy(one) for one in page[kind] if dice.random() < rate / 4]
            dice.shuffle(page[kind])
        if dice.random() < rate and len(page["actors"]) > 2:
            rest = {**page, "actors": page["actors"][::2], "relations": [], "statements": page["statements"][::2]}
            page["statements"] = page["statements"][1::2]
            out.append(rest)
        out.append(page)
    return out


def write(pages: list[Json], path: Path) -> Path:
    path.write_text("".join(json.dumps(page, ensure_ascii=False) + "\n" for page in pages), encoding="utf-8")
    return path


def _spoil_actor(actor: Json, others: list[Json], dice: random.Random) -> None:
    match dice.randrange(5):
        case 0:
            actor["name"] = dice.choice(("اسم غير معروف", "", "ال"))
        case 1:
            actor["names"] = actor["names"] + dice.choice(others)["names"]
        case 2:
            actor["type"] = dice.choice(("person", "country", "place", "organization"))
        case 3:
            actor["name"], actor["names"] = "غير مذكور", ["غير مذكور قط"]
        case _:
            actor["name"], actor["name_en"] = None, None


def _spoil_relation(relation: Json, ids: list[str], page: Json, dice: random.Random) -> None:
    match dice.randrange(7):
        case 0:
            relation["subject"], relation["object"] = relation["object"], relation["subject"]
        case 1:
            relation["object"] = dice.choice(ids)
        case 2:
            relation["type"] = dice.choice(("MET", "VISITED", "ACCUSED", "HOLDS_POSITION"))
        case 3:
            relation["status"] = dice.choice(("asserted", "denied", "planned"))
        case 4:
            relation["date"] = dice.choice((None, "2018", "2018-05", "2018-05-06", (relation["date"] or "2019")[:7]))
        case 5:
            relation["evidence"] = dice.choice(
                (None, {"text": "كلام لا وجود له"}, dice.choice(page["relations"])["evidence"])
            )
        case _:
            relation["former"] = not relation.get("former")


def _spoil_statement(statement: Json, ids: list[str], page: Json, dice: random.Random) -> None:
    match dice.randrange(6):
        case 0:
            statement["speaker"] = dice.choice(ids)
        case 1:
            statement["act"] = dice.choice(("say", "deny", "demand"))
        case 2:
            statement["kind"] = "direct"
        case 3:
            words = statement["text"].split()
            statement["text"] = " ".join(words[: max(1, int(len(words) * dice.random()))])
        case 4:
            statement["about"], statement["via"] = dice.sample(ids, min(3, len(ids))), dice.choice((None, *ids))
        case _:
            statement["text"] += " " + dice.choice(page["statements"])["text"]
