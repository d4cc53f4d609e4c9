"""The small world of made.py, in the embedded database."""

from tests.graph.worlds import world

__all__ = ["world"]
