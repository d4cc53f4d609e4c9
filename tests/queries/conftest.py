"""The small world of made.py."""

from tests.graph.worlds import world, world_neo4j

__all__ = ["world", "world_neo4j"]
