"""What takes options: tasks, actors, and calls of actors' methods."""

from __future__ import annotations

from typing import Final, Literal

Kind = Literal["task", "actor", "method"]

NAMES: Final[dict[Kind, str]] = {
    "task": "a task",
    "actor": "an actor",
    "method": "an actor's method",
}
