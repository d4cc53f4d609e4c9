"""GraphML of entities and relations, one edge a claim, as networkx, igraph, yEd and Cytoscape read it."""

from __future__ import annotations

from pathlib import Path
from typing import Any, BinaryIO, Final

from lxml import etree

from kg.export import reading
from kg.export.reading import Readable
from kg.export.spool import Spool
from kg.export.xml import as_text, clean
from kg.filters import Filters

NS: Final = "http://graphml.graphdrawing.org/xmlns"

NODE_KEYS: Final = {
    "name": "string",
    "type": "string",
    "labels": "string",
    "name_en": "string",
    "aliases": "string",
    "roles": "string",
    "iso": "string",
    "country": "string",
    "country_by": "string",
    "acts_for": "string",
}
EDGE_KEYS: Final = {
    "type": "string",
    "status": "string",
    "basis": "string",
    "date": "string",
    "date_from": "string",
    "date_to": "string",
    "seen_from": "string",
    "seen_to": "string",
    "title": "string",
    "former": "boolean",
    "evidence": "string",
    "score": "double",
    "reports": "int",
}


def write(store: Readable, file: BinaryIO, filters: Filters | None, folder: Path) -> tuple[int, int]:
    """How many nodes and edges were written; lists are JSON text. Sorts in temporary files in `folder`."""
    nodes = edges = 0
    with Spool(folder) as spool, Spool(folder) as names, etree.xmlfile(file, encoding="utf-8") as xml:
        touched = reading.touched(store, filters)
        # What is written in one piece has no namespace of its own: the one around it is its too.
        xml.write_declaration()
        with xml.element(f"{{{NS}}}graphml", nsmap={None: NS}):
            for owner, keys in (("node", NODE_KEYS), ("edge", EDGE_KEYS)):
                for name, type in keys.items():
                    attributes = {"id": f"{owner}_{name}", "for": owner, "attr.name": name, "attr.type": type}
                    xml.write(etree.Element("key", attributes))
            with xml.element(f"{{{NS}}}graph", edgedefault="directed"):
                for node in reading.sorted_entities(store, names):
                    if touched is not None and node.id not in touched:
                        continue
                    element = etree.Element("node", id=clean(node.id))
                    _data(element, "node", {**node.properties, "labels": node.labels}, NODE_KEYS)
                    xml.write(element, "\n")
                    nodes += 1
                for edge in reading.sorted_relations(store, spool, filters):
                    ends = {"source": clean(edge.source), "target": clean(edge.target)}
                    element = etree.Element("edge", {"id": clean(edge.properties["id"]), **ends})
                    _data(element, "edge", {**edge.properties, "type": edge.kind}, EDGE_KEYS)
                    xml.write(element, "\n")
                    edges += 1
    return nodes, edges


def _data(element: etree._Element, owner: str, values: dict[str, Any], keys: dict[str, str]) -> None:
    for key in keys:
        if values.get(key) is not None:
            etree.SubElement(element, "data", key=f"{owner}_{key}").text = as_text(values[key])
