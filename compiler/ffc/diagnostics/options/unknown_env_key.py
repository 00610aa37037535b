"""FFC304: Unknown key in `runtime_env`."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error
from .words import did_you_mean


@dataclass(frozen=True)
class UnknownEnvKey(Error):
    """Unknown key in `runtime_env`.

    Ray ignores keys of `runtime_env` that it does not know, without a word: a misspelt `env_vars`
    is an environment variable that is not set.

    Example:
        environment = {"env_var": {"DEBUG": "1"}}
        flow.query("model").set_remote_args({"runtime_env": environment})

    Write the key as Ray spells it. For a key of a plugin that is installed on the cluster, write
    `ray.runtime_env.RuntimeEnv(...)`, which ffc does not look into.
    """

    code = "FFC304"

    key: str
    inside: str
    nearest: str | None
    offered: tuple[str, ...]

    @property
    def message(self) -> str:
        return f"unknown key `{self.key}` in {self.inside}"

    @property
    def help(self) -> str:
        return did_you_mean(self.nearest, self.offered, "the keys are")
