"""The line that starts Ray, or joins a cluster.

    ray.init(address or os.environ.get("RAY_ADDRESS", "local"), ignore_reinit_error=True)

The address is the caller's, else the one in the environment, else the app's, else a Ray of its own.
Options that only a Ray of its own can take go through `connect`, which leaves them out elsewhere.
"""

from __future__ import annotations

from ..ir import Program
from ..ray_options import LOCAL_ONLY
from ..slicing.roots import starting_flow
from .name_table import NameTable


def has_local_options(program: Program) -> bool:
    """Whether the app says how large a Ray of its own is."""
    flow = starting_flow(program)
    return flow is not None and any(option.name in LOCAL_ONLY for option in flow.init)


def start_line(program: Program, names: NameTable) -> str:
    """The statement in `main()` that starts Ray."""
    flow = starting_flow(program)
    options = {o.name: names.fill(o.value) for o in (flow.init if flow else ())}
    default = options.pop("address", '"local"')
    default = '"local"' if default == "None" else default
    address = f'{names.own["address"]} or {names.own["os"]}.environ.get("RAY_ADDRESS") or {default}'
    local = {name: value for name, value in options.items() if name in LOCAL_ONLY}
    others = [f"{name}={value}" for name, value in options.items() if name not in local]
    if not local:
        return f"{names.own['ray']}.init({', '.join([address, *others])})"
    inside = ", ".join(f'"{name}": {value}' for name, value in local.items())
    return f"{names.own['connect']}({', '.join([address, f'local={{{inside}}}', *others])})"


def joining_lines(names: NameTable) -> list[str]:
    """What tells the storages of an app that runs nothing which cluster to ask."""
    own = names.own
    return [f"if {own['address']}:", f'    {own["os"]}.environ["RAY_ADDRESS"] = {own["address"]}']
