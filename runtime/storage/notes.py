"""Notes of step graphs, as what stored nodes get."""

from __future__ import annotations

from typing import Any

from ray.actor import ActorClass

from .fingerprint import Sources, digest_of
from .nodes import StoredNode


class StoredNotes(StoredNode):
    """The notes of a step, whose actors start if they are needed."""

    is_stored = False

    def describe(self, sources: Sources) -> None:
        self.fingerprint = digest_of(graph_of(self.args[0], sources), sources)

    def submit(self) -> None:
        self.refs = [self.function(*self.args)]


def graph_of(step: Any, sources: Sources) -> Any:
    """What the notes of a step depend on."""
    maker = class_behind(step.maker)
    name = sources.name_of.get(id(maker), step.name.partition(".")[0])
    given = {
        key: graph_of(value, sources) if isinstance(value, type(step)) else value
        for key, value in step.parameters.items()
    }
    inputs = [(output, graph_of(node, sources)) for output, node in step.inputs]
    return digest_of(sources.facts(name)), step.arguments, given, inputs


def class_behind(maker: Any) -> Any:
    """The class of actors that `maker` makes, which may be `Class.options(...)`."""
    cells = getattr(maker.remote, "__closure__", None) or ()
    found = [one.cell_contents for one in cells]
    return next((one for one in found if isinstance(one, ActorClass)), maker)
