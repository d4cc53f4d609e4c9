"""Values of the driver as plain ones: what a program can print and JSON can hold."""

from __future__ import annotations

from typing import Any

from neo4j.graph import Node, Path, Relationship


def plain(value: Any) -> Any:
    """Dates and times as ISO text; a node as its properties with `labels`, a relationship as its properties with
    `type`, `start` and `end` (ids of ours), a path as the list of both in turn."""
    if isinstance(value, str | int | float | bool) or value is None:
        return value
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, Node):
        return {"labels": sorted(value.labels), **{k: plain(v) for k, v in sorted(value.items()) if v is not None}}
    if isinstance(value, Relationship):
        ends = {
            name: node.get("id")
            for name, node in zip(("start", "end"), value.nodes, strict=True)
            if node is not None and node.get("id") is not None
        }
        return {"type": value.type, **ends, **{k: plain(v) for k, v in sorted(value.items()) if v is not None}}
    if isinstance(value, Path):
        found: list[Any] = []
        for node, edge in zip(value.nodes, [*value.relationships, None], strict=True):
            found += [plain(node)] if edge is None else [plain(node), plain(edge)]
        return found
    return value.iso_format() if hasattr(value, "iso_format") else str(value)
