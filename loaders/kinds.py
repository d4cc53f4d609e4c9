"""Groups of the ontology's actor types that several rooms ask for."""

from __future__ import annotations

from typing import Final

FORCES: Final = frozenset(("country", "militia", "organization"))
"""Who has men and arms, and may stand somewhere, strike, or own what does."""
BODIES: Final = frozenset(("militia", "organization"))
WHERE: Final = frozenset(("country", "place"))
"""Where somebody or something is."""
