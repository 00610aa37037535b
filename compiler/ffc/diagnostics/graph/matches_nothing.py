"""FFC402: A query matches no node."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Warning_

_MOST = 5  # names in a message


@dataclass(frozen=True)
class MatchesNothing(Warning_):
    """A query matches no node.

    The pattern must match the whole name of a node, as it is at this point of the app, among the
    nodes that a run of the workflow would execute.

    Example:

        train(rate).set_name("big model")
        ...
        flow.query("model").set_remote_args({"num_gpus": 1})

    Write a pattern for the whole name, such as `.*model`.
    """

    code = "FFC402"

    pattern: str
    names: tuple[str, ...]

    @property
    def message(self) -> str:
        return f"pattern `{self.pattern}` matches no node"

    @property
    def notes(self) -> tuple[str, ...]:
        if not self.names:
            return ()
        shown = ", ".join(f"`{name}`" for name in self.names[:_MOST])
        more = len(self.names) - _MOST
        return (f"the nodes are {shown}" + (f" and {more} more" if more > 0 else ""),)

    @property
    def help(self) -> str:
        return "a pattern must match the whole name: `.*part.*` finds a part of it"
