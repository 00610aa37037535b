"""FFC308: Option that actors' methods do not take."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class NotForMethods(Error):
    r"""Option that actors' methods do not take.

    A method runs in its actor, with what the actor has: resources, environment and place belong to
    the actor. Ray notices only when the method is called.

    Example:
        flow.query(r"Model\.fit.*").set_remote_args({"num_gpus": 1})

    Set the option on the actor. A method takes `max_task_retries` and `retry_exceptions`, and
    few others.
    """

    code = "FFC308"

    option: str
    way_out: str

    @property
    def message(self) -> str:
        return f"an actor's method does not take the option `{self.option}`"

    @property
    def help(self) -> str:
        return self.way_out
