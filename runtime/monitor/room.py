"""What calls ask of a cluster, and what it has."""

from __future__ import annotations

from typing import Any

import ray

from .call import Call


def needed(options: dict[str, Any]) -> dict[str, float]:
    """The resources that options ask for."""
    found = {"CPU": options.get("num_cpus", 1), "GPU": options.get("num_gpus", 0)}
    found |= {"memory": options.get("memory", 0), **(options.get("resources") or {})}
    kind = options.get("accelerator_type")
    found |= {f"accelerator_type:{kind}": 0.001} if kind else {}
    return {name: amount for name, amount in found.items() if amount}


def fits(asked: dict[str, float], free: dict[str, float]) -> bool:
    return all(free.get(name, 0) >= amount for name, amount in asked.items())


def unserved(call: Call) -> str:
    """Why no node of the cluster can run a call; nothing if one can."""
    nodes = [node["Resources"] for node in ray.nodes() if node["Alive"]]
    if any(fits(call.place, node) for node in nodes):
        return ""
    asked = ", ".join(f"{name} {amount:g}" for name, amount in call.place.items())
    most = {name: max(node.get(name, 0) for node in nodes) for name in call.place}
    there = ", ".join(f"{name} {amount:g}" for name, amount in most.items())
    return f"{call.name} cannot run: it asks for {asked}; no node has more than {there}"
