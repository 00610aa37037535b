"""The lines that start Ray, or join a cluster.

    ray.init(address or os.environ.get("RAY_ADDRESS", "local"), ignore_reinit_error=True)

The address is the caller's, else the one in the environment, else the app's, else a Ray of its own.
Options that only a Ray of its own can take go through `connect`, which leaves them out elsewhere.
Packages that stay imports, and are not installed, are `shipped` to a cluster.
"""

from __future__ import annotations

from ..ir import Program
from ..ray_options import LOCAL_ONLY
from ..slicing import Slice
from ..slicing.roots import starting_flow
from .name_table import NameTable


def has_local_options(program: Program) -> bool:
    """Whether the app says how large a Ray of its own is."""
    flow = starting_flow(program)
    return flow is not None and any(option.name in LOCAL_ONLY for option in flow.init)


def kept_imports(program: Program, kept: Slice) -> tuple[str, ...]:
    """The packages that stay imports by the user's wish, if the driver imports any of them."""
    imported = (*(one.module for one in kept.imports), *program.star_imports)
    tops = {module.partition(".")[0] for module in imported}
    return program.kept_packages if tops.intersection(program.kept_packages) else ()


def start_lines(program: Program, kept: Slice, names: NameTable) -> list[str]:
    """The statements in `main()` that start Ray."""
    flow = starting_flow(program)
    options = {o.name: names.fill(o.value) for o in (flow.init if flow else ())}
    options.setdefault("ignore_reinit_error", "True")  # `main()` may be called again
    default = options.pop("address", '"local"')
    default = '"local"' if default == "None" else default
    own = names.own["address"]
    address = f'{own} or {names.own["os"]}.environ.get("RAY_ADDRESS") or {default}'
    above = []
    if packages := kept_imports(program, kept):
        above, address = [f"{own} = {address}"], own
        given = [address, str([*packages]), *filter(None, [options.pop("runtime_env", "")])]
        options["runtime_env"] = f"{names.own['shipped']}({', '.join(given)})"
    local = {name: value for name, value in options.items() if name in LOCAL_ONLY}
    others = [f"{name}={value}" for name, value in options.items() if name not in local]
    if not local:
        return [*above, f"{names.own['ray']}.init({', '.join([address, *others])})"]
    inside = ", ".join(f'"{name}": {value}' for name, value in local.items())
    given = [address, f"local={{{inside}}}", *others]
    return [*above, f"{names.own['connect']}({', '.join(given)})"]


def joining_lines(names: NameTable) -> list[str]:
    """What tells the storages of an app that runs nothing which cluster to ask."""
    own = names.own
    return [f"if {own['address']}:", f'    {own["os"]}.environ["RAY_ADDRESS"] = {own["address"]}']
