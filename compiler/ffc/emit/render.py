"""Fills the template with a plan."""

from __future__ import annotations

from pkgutil import get_data

from .plan import DriverPlan


def render(plan: DriverPlan) -> str:
    """The driver's text, before it is formatted."""
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    environment = Environment(
        autoescape=False,
        keep_trailing_newline=True,
        loader=FunctionLoader(_template),
        lstrip_blocks=True,
        trim_blocks=True,
        undefined=StrictUndefined,
    )
    return environment.get_template("driver.py.jinja").render(plan=plan)


def _template(name: str) -> str:
    data = get_data("ffc.templates", name)
    assert data is not None, "the templates are installed as files"
    return data.decode("utf-8")
