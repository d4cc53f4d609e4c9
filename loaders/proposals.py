"""What a reader proposes: a relation with its trigger, by whom, and how sure."""

from __future__ import annotations

from dataclasses import dataclass

from loaders.doc import Chunk


@dataclass(slots=True)
class Proposal:
    """A relation that a frame proposes; `trigger` is the token that says it."""

    subject: Chunk | str
    type: str
    object: Chunk | str
    status: str
    trigger: int
    by: str
    score: float
    title: str | None = None
    former: bool | None = None
    span: tuple[int, int] | None = None
    speech: bool = False
    end: int = 0
    """token behind the last of its ends that follow the trigger in its sentence; 0 = not known"""
