"""FFC311: Custom resource that the workflow does not give."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Warning_


@dataclass(frozen=True)
class MissingResource(Warning_):
    """Custom resource that the workflow does not give.

    A node asks for a custom resource that `ray_init_args` does not give. When the driver starts its
    own cluster, no machine has it, and the node waits for ever.

    Example:
        flow = RayWorkflow(leaf, workflow_name="w", ray_init_args={"num_cpus": 4})
        flow.query("model").set_remote_args({"resources": {"license": 1}})

    Add the resource to `ray_init_args={"resources": ...}`, or run the driver only on a cluster that
    has it.
    """

    code = "FFC311"

    resource: str

    @property
    def message(self) -> str:
        return f"`ray_init_args` gives no resource `{self.resource}`"

    @property
    def notes(self) -> tuple[str, ...]:
        return ("a node waits for ever for a resource that no machine has",)

    @property
    def help(self) -> str:
        return (
            f"add `{self.resource}` to `resources` in `ray_init_args`, or run on a cluster "
            "that has it"
        )
