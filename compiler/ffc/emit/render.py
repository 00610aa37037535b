"""Fills the template with a plan."""

from __future__ import annotations

from pkgutil import get_data

from .plan import DriverPlan
from .templates import TEMPLATE, Templates, jinja_environment


def render(plan: DriverPlan, templates: Templates | None = None) -> str:
    """The driver's text, before it is formatted; by ffc's template, or one that extends it."""
    if templates is not None:
        return templates.render(_template, plan=plan, source=plan.source, command=plan.command)
    from jinja2 import FunctionLoader

    return jinja_environment(FunctionLoader(_template)).get_template(TEMPLATE).render(plan=plan)


def _template(name: str) -> str | None:
    if name != TEMPLATE:
        return None
    data = get_data("ffc.templates", name)
    assert data is not None, "the templates are installed as files"
    return data.decode("utf-8")
