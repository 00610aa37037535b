"""FFC307: Local path in the `runtime_env` of a node."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Error


@dataclass(frozen=True)
class LocalPath(Error):
    """Local path in the `runtime_env` of a node.

    Ray uploads local directories (`working_dir`, `py_modules`) once, when the driver connects. The
    `runtime_env` of a single node may only name what every machine can reach by itself.

    Example:
        environment = {"working_dir": "./data"}
        flow.query("model").set_remote_args({"runtime_env": environment})

    Give the path in the workflow's own `ray_init_args={"runtime_env": ...}`, or upload it and give
    its URI (`s3://`, `gs://`, `https://`), or `local:///path` if it is on every machine.
    """

    code = "FFC307"

    key: str
    path: str

    @property
    def message(self) -> str:
        return f"`{self.key}` of a node is a local path, `{self.path}`"

    @property
    def notes(self) -> tuple[str, ...]:
        return ("Ray uploads local paths only when the driver connects, not for one node",)

    @property
    def help(self) -> str:
        return f"move `{self.key}` to `runtime_env` in `ray_init_args`, or give a URI"
