"""FFC303: Option of the wrong kind."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class WrongKind(Error):
    """Option of the wrong kind.

    Ray knows the option, but not for this kind of node: it is an actor's and the node is a task, or
    the reverse. Or Ray takes it in the decorator `@ray.remote` alone, which ffc writes without
    arguments.

    Example:
        @workflow
        def train(data): ...

        train(data).set_name("model")
        flow.query("model").set_remote_args({"max_restarts": 3})

    Use the option that is meant: a task is retried (`max_retries`); an actor is restarted
    (`max_restarts`), and its calls are retried (`max_task_retries`).
    """

    code = "FFC303"

    option: str
    target: str
    owner: str
    way_out: str

    @property
    def message(self) -> str:
        return f"option `{self.option}` is not for {self.target}"

    @property
    def label(self) -> str:
        return f"for {self.owner}"

    @property
    def help(self) -> str:
        return self.way_out
