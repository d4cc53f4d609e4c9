"""The graph's store: `open_store` gives a `GraphStore` on a Neo4j server or on an embedded engine.

opening.py       what an address means; store.py the store: add, finish, rows, search, forget, check
embedded.py      the engine in this process; lock.py who holds it; credentials.py who signs in; errors.py in our words
schema.py        constraints, indexes, version
contribution.py  what one article brings; write.py brings it; settle.py which reading of an article stands
finish.py        the end of a load; shared.py values of many articles; identity.py namesakes; edges.py a Claim's edge
forget.py        a page taken back; check.py that all holds; search.py full text; guard.py what Cypher may not do
"""

from kg.store.forget import Forgotten
from kg.store.opening import open_store
from kg.store.schema import INTERNAL
from kg.store.store import GraphStore
from kg.store.write import Added

__all__ = ["INTERNAL", "Added", "Forgotten", "GraphStore", "open_store"]
