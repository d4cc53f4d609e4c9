"""One page's extraction against its gold annotation: the counting of GOLD.md.

The figures are those of the project's `score.py`, number for number; a test compares the two on many corruptions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from kg.model import STANDING, SYMMETRIC
from kg.scoring import (
    MAX_EVIDENCE,
    MAX_STATEMENT,
    Json,
    Prediction,
    Scores,
    Slip,
    covers,
    dates_agree,
    fold,
    grounded,
    key,
    run_share,
    same_statement,
)

Triple = tuple[str, str, str]


def compare(gold: Json, got: Prediction) -> tuple[Scores, list[Slip]]:
    """The counts of one page and what went wrong on it, in the order of the gold."""
    scores = Scores()
    slips: list[Slip] = []
    pairs = _actors(gold, got, scores, slips)
    page = fold(gold["text"])
    _relations(gold, got, pairs, page, scores, slips)
    _statements(gold, got, pairs, page, scores, slips)
    return scores, slips


def _names(actor: Json) -> list[str]:
    names = [actor.get("name"), *actor.get("names", []), actor.get("name_en")]
    return [k for k in dict.fromkeys(key(name) for name in names if name) if k]


def _actors(gold: Json, got: Prediction, scores: Scores, slips: list[Slip]) -> dict[str, str]:
    """Scores the actors; returns which gold actor (its id) each predicted one is."""
    golds = {actor["id"]: actor for actor in gold["actors"]}
    text = key(gold["text"])
    pairs = _match(gold["actors"], [a for a in got.actors.values() if any(k in text for k in _names(a))], text)
    hit = set(pairs.values())
    need = {ident for ident, actor in golds.items() if not actor.get("optional")}
    wrong = [actor for actor in got.actors.values() if actor["id"] not in pairs]
    scores.tallies["actors"].add(len(hit & need), len(wrong), len(need - hit))
    for predicted, ident in pairs.items():
        right, read = golds[ident]["type"], got.actors[predicted].get("type")
        scores.rates["actor_type"].add(right == read)
        if right != read:
            slips.append(Slip("actor", "mistyped", f"{right} as {read}", golds[ident]["names"][0]))
    for ident in sorted(need - hit):
        slips.append(Slip("actor", "missed", golds[ident]["type"], golds[ident]["names"][0]))
    slips += [Slip("actor", "wrong", str(actor.get("type")), str(actor.get("name"))) for actor in wrong]
    return pairs


def _match(golds: list[Json], predicted: Iterable[Json], text: str) -> dict[str, str]:
    """One to one. The primary name decides; failing that, those of its names that stand in the page, when more than
    half of them are of one gold actor (a heap of names is nobody)."""
    by_key: dict[str, str] = {}
    for actor in golds:
        for name in [*actor["names"], actor.get("name_en") or ""]:
            if key(name):
                by_key.setdefault(key(name), actor["id"])
    page = f" {text} "
    pairs: dict[str, str] = {}
    taken: set[str] = set()
    predicted = list(predicted)
    for actor in predicted:
        named = by_key.get(key(actor.get("name") or ""))
        if named and named not in taken:
            taken.add(named)
            pairs[actor["id"]] = named
    for actor in predicted:
        if actor["id"] in pairs:
            continue
        keys = [k for k in _names(actor) if k in by_key or f" {k} " in page]
        votes = Counter(by_key[k] for k in keys if k in by_key)
        if not votes:
            continue
        ident, count = min(votes.items(), key=lambda vote: (-vote[1], vote[0]))
        if 2 * count > len(keys) and ident not in taken:
            taken.add(ident)
            pairs[actor["id"]] = ident
    return pairs


def _triples(relation: Json) -> Iterator[Triple]:
    """The relation's own triple, then those that are as right."""
    for subject in [relation["subject"], *relation.get("also_subject", [])]:
        for object in [relation["object"], *relation.get("also_object", [])]:
            yield subject, relation["type"], object
            if relation["type"] in SYMMETRIC:
                yield object, relation["type"], subject


def _relations(
    gold: Json, got: Prediction, pairs: Mapping[str, str], page: str, scores: Scores, slips: list[Slip]
) -> None:
    def end(ident: str) -> str:
        return pairs.get(ident, "?" + str(ident))

    predicted: dict[Triple, Json] = {}
    loose = 0
    # Of several dates or statuses of one triple the first in the text counts, in whatever order they were printed.
    for relation in sorted(got.relations, key=lambda r: page.find(fold(_evidence(r)))):
        triple = end(relation["subject"]), relation["type"], end(relation["object"])
        if grounded(_evidence(relation), page, MAX_EVIDENCE):
            predicted.setdefault(triple, relation)
        else:
            loose += 1
            slips.append(Slip("relation", "without its sentence", relation["type"], _arrow(triple)))

    golds: dict[Triple, Json] = {}
    for relation in gold["relations"]:
        golds.setdefault((relation["subject"], relation["type"], relation["object"]), relation)
    takes: dict[Triple, Triple] = {}
    used: set[Triple] = set()
    # Each takes its own triple first, then one of its alternatives that no other has taken …
    for own in (True, False):
        for triple, relation in golds.items():
            if triple in takes:
                continue
            options = list(_triples(relation))
            if own:
                options = options[: 2 if relation["type"] in SYMMETRIC else 1]
            found = next((option for option in options if option in predicted and option not in used), None)
            if found is not None:
                takes[triple] = found
                used.add(found)
    # … and what is left of the alternatives is neither right nor wrong.
    used.update(t for relation in golds.values() for t in _triples(relation) if t in predicted)

    extra = [triple for triple in predicted if triple not in used]
    required = {triple: relation for triple, relation in golds.items() if not relation.get("optional")}
    for triple, relation in required.items():
        if triple in takes:
            _found_relation(relation, predicted[takes[triple]], scores, slips)
        else:
            slips.append(
                Slip("relation", "missed", relation["type"], f"{_arrow(triple)}: {relation['evidence'][:100]}")
            )
    for triple in extra:
        text = f"{_arrow(triple)} [{predicted[triple].get('by', '')}]: {_evidence(predicted[triple])[:100]}"
        slips.append(Slip("relation", "wrong", triple[1], text))
    found_count = sum(triple in takes for triple in required)
    scores.tallies["relations"].add(found_count, len(extra) + loose, len(required) - found_count)
    events = [triple for triple in required if triple[1] not in STANDING]
    event_hits = sum(triple in takes for triple in events)
    wrong_events = sum(triple[1] not in STANDING for triple in extra) + loose
    scores.tallies["events"].add(event_hits, wrong_events, len(events) - event_hits)

    wanted = {frozenset((r["subject"], r["object"])) for r in gold["relations"] if not r.get("optional")}
    right = {frozenset((s, o)) for r in gold["relations"] for s, _, o in _triples(r)}
    have = {frozenset((s, o)) for s, _, o in predicted}
    scores.tallies["relations_untyped"].add(len(wanted & have), len(have - right), len(wanted - have))


def _found_relation(relation: Json, read: Json, scores: Scores, slips: list[Slip]) -> None:
    said, evidence = read.get("status", "asserted"), _evidence(read)
    where = f"{relation['subject']} {relation['type']} {relation['object']}"
    scores.rates["relation_status"].add(said == relation["status"])
    if said != relation["status"]:
        slips.append(Slip("status", "wrong", f"{relation['status']} as {said}", f"{where}: {evidence[:100]}"))
    if relation.get("date"):
        right = dates_agree(relation["date"], read.get("date"))
        scores.rates["relation_date"].add(right)
        if not right:
            slips.append(
                Slip("date", "wrong", f"{relation['date']} as {read.get('date')}", f"{where}: {evidence[:100]}")
            )
    else:
        scores.rates["relation_undated"].add(not read.get("date"))
        if read.get("date"):
            slips.append(Slip("date", "invented", str(read["date"]), f"{where}: {evidence[:100]}"))
    held = run_share(fold(relation["evidence"]), fold(evidence)) >= 0.5
    scores.rates["relation_evidence"].add(held)
    if not held:
        slips.append(Slip("evidence", "elsewhere", relation["type"], f"{relation['evidence'][:60]} / {evidence[:60]}"))
    if relation["type"] == "HOLDS_POSITION" and relation.get("former") is not None:
        scores.rates["position_former"].add(bool(read.get("former")) == relation["former"])
    for kind in ("denied", "planned"):
        both = said == kind == relation["status"]
        scores.tallies[kind].add(both, said == kind and not both, relation["status"] == kind and not both)


def _statements(
    gold: Json, got: Prediction, pairs: Mapping[str, str], page: str, scores: Scores, slips: list[Slip]
) -> None:
    left: list[Json] = []
    loose = 0
    for read in got.statements:
        if not grounded(read["text"], page, MAX_STATEMENT):
            loose += 1
            slips.append(Slip("statement", "not in the page or endless", str(read.get("act")), read["text"][:100]))
        elif not any(same_statement(read, other) for other in left):
            left.append(read)
    anchors = {fold(one["anchor"]) for one in gold["statements"]}
    for one in sorted(gold["statements"], key=lambda s: bool(s.get("optional"))):
        best = _best_statement(one, left, pairs, anchors)
        if best is not None:
            left.remove(best)
        if one.get("optional"):
            continue
        if best is None:
            scores.tallies["statements"].add(0, 0, 1)
            slips.append(Slip("statement", "missed", one["act"], f"{one['speaker']}: {one['anchor'][:100]}"))
            continue
        scores.tallies["statements"].add(1, 0, 0)
        want = set(one.get("about", []))
        have = {pairs.get(ident, "?" + str(ident)) for ident in best.get("about", [])}
        scores.tallies["about"].add(len(want & have), len(have - want), len(want - have))
        want_via, have_via = one.get("via"), best.get("via") and pairs.get(best["via"], "?")
        agree = want_via == have_via
        scores.tallies["via"].add(bool(want_via) and agree, bool(have_via) and not agree, bool(want_via) and not agree)
        scores.rates["statement_kind"].add(best.get("kind") == one["kind"])
        scores.rates["statement_act"].add(best.get("act") == one["act"])
        if best.get("act") != one["act"]:
            text = f"{one['speaker']}: {one['anchor'][:100]}"
            slips.append(Slip("act", "wrong", f"{one['act']} as {best.get('act')}", text))
        if best.get("kind") != one["kind"]:
            text = f"{one['speaker']}: {one['anchor'][:100]}"
            slips.append(Slip("kind", "wrong", f"{one['kind']} as {best.get('kind')}", text))
    scores.tallies["statements"].add(0, len(left) + loose, 0)
    for read in left:
        text = f"{pairs.get(read['speaker'], '?' + str(read['speaker']))}: {read['text'][:100]} [{read.get('by', '')}]"
        slips.append(Slip("statement", "wrong", str(read.get("act")), text))


def _best_statement(one: Json, left: list[Json], pairs: Mapping[str, str], anchors: set[str]) -> Json | None:
    """The statement of the speaker that holds most of the anchor; of two such, the shorter."""
    anchor, speakers = fold(one["anchor"]), (one["speaker"], *one.get("also_speaker", []))
    best, best_rank = None, None
    for read in left:
        if pairs.get(read["speaker"]) not in speakers:
            continue
        text = fold(read["text"])
        if sum(other in text for other in anchors if other not in anchor) > 2:
            continue  # it holds what three others said: a net, not a statement
        if anchor in text or run_share(anchor, text) >= 0.5:
            rank = (-covers(anchor, text), len(text), read["text"])
            if best_rank is None or rank < best_rank:
                best, best_rank = read, rank
    return best


def _evidence(relation: Json) -> str:
    return (relation.get("evidence") or {}).get("text") or ""


def _arrow(triple: Triple) -> str:
    return " ".join(triple)
