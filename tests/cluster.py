"""The Ray cluster of the tests."""

from __future__ import annotations

from typing import Final

# Ray says on a driver's own stdout, whatever becomes of logs, that there are several times as many
# workers as it means to start at once. Small drivers one after another have that many.
_WORKERS_AT_ONCE: Final = 16


def start_cluster() -> str:
    """Starts a local cluster with the custom resources that the cases name; gives its address."""
    import ray

    ray.init(
        address="local",
        num_cpus=4,
        num_gpus=2,
        resources={"custom_resource": 8, "disk": 4},
        include_dashboard=False,
        log_to_driver=False,
        _system_config={"worker_maximum_startup_concurrency": _WORKERS_AT_ONCE},
    )
    return str(ray.get_runtime_context().gcs_address)
