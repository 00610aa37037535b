"""The page: one file, which needs nothing else."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from pkgutil import get_data

from markupsafe import Markup

from ..drawing import Unavailable
from .detail import details
from .failed import failed
from .graph import Graph, graph
from .groups import Group, grouped
from .header import header
from .run import STATES, Run
from .timeline import timeline


def page(run: Run, folder: Path) -> str:
    """The report of `run` in HTML. Images and JSON that nodes logged are read from `folder`.

    The page holds all that it shows, and its own rules keep it from asking a network for more.
    """
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        autoescape=True,
        keep_trailing_newline=True,
        loader=FunctionLoader(_template),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    groups = grouped(run.nodes)
    drawing, trouble = _drawing(run, groups)
    script = _template("page.js")
    return environment.get_template("page.html.jinja").render(
        run=run,
        header=header(run),
        failed=failed(run),
        groups=groups,
        graph=drawing,
        trouble=trouble,
        timeline=timeline(run),
        details=details(run, folder, {n.id: g.key for g in groups for n in g.nodes}),
        states=STATES,
        style=Markup(_template("page.css")),
        script=Markup(script),
        script_hash=_hash(script),
    )


def _drawing(run: Run, groups: tuple[Group, ...]) -> tuple[Graph | None, str]:
    """The graph; None and the reason if it cannot be drawn."""
    try:
        return graph(run, groups), ""
    except Unavailable as error:
        return None, str(error)


def _hash(script: str) -> str:
    """What the rules of the page allow to run: this script, and no other that gets into it."""
    return base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")


def _template(name: str) -> str:
    data = get_data("ffc.templates", f"report/{name}")
    assert data is not None, "the templates are installed as files"
    return data.decode("utf-8")
