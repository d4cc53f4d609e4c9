"""GEXF 1.3 for Gephi: entities and the relations between them, as a graph in time.

Gephi merges edges of one source, target and kind, and drops what overlaps in time. So `kind` says all that must not be
merged — the type, ` denied` or ` planned` when it is not asserted, ` (claimed)` when only a speaker claims it — and the
claims that still share it are one edge here, their days as spells that do not touch. Days only, in UTC: what is known
by month or year spans it, what is known from one side is open on the other, an undated edge has no spell.
"""

from __future__ import annotations

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, BinaryIO, Final

from lxml import etree

from kg.export import reading
from kg.export.reading import Edge, Node, Readable, line
from kg.export.spool import Spool
from kg.export.xml import as_text, clean
from kg.filters import Filters

NS: Final = "http://gexf.net/1.3"
VIZ: Final = "http://gexf.net/1.3/viz"

# Told apart by people with any colour vision too (Okabe and Ito, 2008).
COLOURS: Final = {
    "person": (0, 114, 178),
    "country": (213, 94, 0),
    "militia": (204, 121, 167),
    "organization": (0, 158, 115),
    "agreement": (230, 159, 0),
    "place": (140, 140, 140),
}
SIZES: Final = (4.0, 60.0)
"""Of a node without an edge and of the one with most; the area grows with the degree."""

NODE_COLUMNS: Final = {
    "type": "string",
    "name_en": "string",
    "aliases": "liststring",
    "roles": "liststring",
    "country": "string",
    "country_by": "string",
    "acts_for": "string",
    "degree": "integer",
}
EDGE_COLUMNS: Final = {
    "type": "string",
    "status": "string",
    "basis": "string",
    "date_text": "string",
    "date_precision": "string",
    "date_basis": "string",
    "title": "string",
    "evidence": "string",
    "score": "double",
    "reports": "integer",
    "claims": "liststring",
    "relation": "string",
}
_ABOUT: Final = {
    "creator": "Mawqif",
    "description": "Actors of Arabic political news and what they did to each other",
}
_FAR_PAST, _FAR_FUTURE = dt.date.min, dt.date.max


def write(store: Readable, file: BinaryIO, filters: Filters | None, folder: Path) -> tuple[int, int]:
    """How many nodes and edges were written; sorts in temporary files in `folder`."""
    degrees: Counter[str] = Counter()
    with Spool(folder) as spooled, Spool(folder) as names:
        # Nodes come first in the file, and their sizes depend on the edges.
        for edge in reading.relations(store, filters):
            spooled.add(line([edge.source, edge.target, kind(edge), edge.properties["id"], edge.kind, edge.properties]))
            degrees[edge.source] += 1
            degrees[edge.target] += 1
        everything = filters is None or reading.passes_all(filters)
        found = (n for n in reading.sorted_entities(store, names) if everything or n.id in degrees)
        with etree.xmlfile(file, encoding="utf-8") as xml:
            xml.write_declaration()
            with xml.element(f"{{{NS}}}gexf", nsmap={None: NS, "viz": VIZ}, version="1.3"):
                with xml.element(f"{{{NS}}}meta"):
                    for tag, text in _ABOUT.items():
                        with xml.element(f"{{{NS}}}{tag}"):
                            xml.write(text)
                graph = {
                    "mode": "dynamic",
                    "timeformat": "date",
                    "timerepresentation": "interval",
                    # Without it Gephi shifts every day by the reader's own time zone.
                    "timezone": "UTC",
                    "defaultedgetype": "directed",
                    "idtype": "string",
                }
                with xml.element(f"{{{NS}}}graph", graph):
                    xml.write(_columns("node", NODE_COLUMNS))
                    xml.write(_columns("edge", EDGE_COLUMNS))
                    most = max(degrees.values(), default=1)
                    with xml.element(f"{{{NS}}}nodes"):
                        nodes = sum(_node(xml, node, degrees[node.id], most) for node in found)
                    with xml.element(f"{{{NS}}}edges"):
                        edges = sum(_edge(xml, group) for group in _merged(spooled))
    return nodes, edges


def kind(edge: Edge) -> str:
    """What Gephi tells edges apart by."""
    status, basis = edge.properties.get("status", "asserted"), edge.properties.get("basis")
    return edge.kind + ("" if status == "asserted" else f" {status}") + (" (claimed)" if basis == "claimed" else "")


def spells(days: Iterable[tuple[str | None, str | None]]) -> list[tuple[str | None, str | None]]:
    """Spans of days (first, last; None is open), sorted and joined until none meets another."""
    spans = []
    for first, last in days:
        start = dt.date.fromisoformat(first) if first else _FAR_PAST
        end = dt.date.fromisoformat(last) if last else _FAR_FUTURE
        spans.append((min(start, end), max(start, end)))
    joined: list[tuple[dt.date, dt.date]] = []
    for start, end in sorted(spans):
        # Ends are inclusive: what begins the day after goes on.
        if joined and (joined[-1][1] == _FAR_FUTURE or start <= joined[-1][1] + dt.timedelta(days=1)):
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return [
        (None if start == _FAR_PAST else start.isoformat(), None if end == _FAR_FUTURE else end.isoformat())
        for start, end in joined
    ]


def _merged(spooled: Spool) -> Iterator[list[list[Any]]]:
    rows = (json.loads(raw) for raw in spooled.sorted())
    for _, group in groupby(rows, key=lambda row: row[:3]):
        yield list(group)


def _node(xml: Any, node: Node, degree: int, most: int) -> int:
    p = node.properties
    red, green, blue = COLOURS.get(p.get("type", ""), COLOURS["place"])
    least, greatest = SIZES
    size = least + (greatest - least) * (degree / most) ** 0.5
    with xml.element(f"{{{NS}}}node", id=clean(node.id), label=clean(p.get("name") or node.id)):
        xml.write(_values({**p, "degree": degree}, NODE_COLUMNS))
        with xml.element(f"{{{VIZ}}}color", r=str(red), g=str(green), b=str(blue), a="1.0"):
            pass
        with xml.element(f"{{{VIZ}}}size", value=f"{size:.1f}"):
            pass
    xml.write("\n")
    return 1


def _edge(xml: Any, group: list[list[Any]]) -> int:
    source, target, shown, first_id, type, _ = group[0]
    found: list[dict[str, Any]] = [row[5] for row in group]
    best = max(found, key=lambda p: (p.get("reports") or 0, p.get("score") or 0))
    dates = sorted({p["date"] for p in found if p.get("date")})
    bases = sorted({"text" if p.get("date") else "publication" if p.get("seen_from") else "none" for p in found})
    precisions = sorted({{4: "year", 7: "month"}.get(len(date), "day") for date in dates})
    ends = {"source": clean(source), "target": clean(target)}
    # Gephi drops an edge of weight 0.
    weight = f"{max(1, sum(p.get('reports') or 0 for p in found)):.1f}"
    values = {
        "type": type,
        "status": best.get("status", "asserted"),
        # Of one kind are narrated and both: that somebody claims one of them too is told.
        "basis": "both" if len({p.get("basis") for p in found}) > 1 else best.get("basis"),
        "date_text": "; ".join(dates) or None,
        "date_precision": " ".join(precisions) or "unknown",
        "date_basis": " ".join(bases),
        "title": "؛ ".join(sorted({p["title"] for p in found if p.get("title")})) or None,
        "evidence": best.get("evidence"),
        "score": max(p.get("score") or 0.0 for p in found),
        "reports": sum(p.get("reports") or 0 for p in found),
        "claims": [row[3] for row in group],
        "relation": shown,
    }
    dated = [(p.get("seen_from"), p.get("seen_to")) for p in found if p.get("seen_from") or p.get("seen_to")]
    with xml.element(f"{{{NS}}}edge", {"id": clean(first_id), **ends}, kind=shown, label=shown, weight=weight):
        xml.write(_values(values, EDGE_COLUMNS))
        if dated:
            times = etree.Element("spells")
            for start, end in spells(dated):
                limits = {"start": start, "end": end}
                etree.SubElement(times, "spell", {k: v for k, v in limits.items() if v is not None})
            xml.write(times)
    xml.write("\n")
    return 1


# What is written in one piece carries no namespace of its own: the one around it is its too, and lxml would declare it
# anew on every element.
def _values(values: dict[str, Any], columns: dict[str, str]) -> etree._Element:
    holder = etree.Element("attvalues")
    for column in columns:
        value = values.get(column)
        if value is not None and value != []:
            etree.SubElement(holder, "attvalue", {"for": column, "value": as_text(value)})
    return holder


def _columns(owner: str, columns: dict[str, str]) -> etree._Element:
    element = etree.Element("attributes", {"class": owner, "mode": "static"})
    for name, type in columns.items():
        etree.SubElement(element, "attribute", id=name, title=name, type=type)
    return element
