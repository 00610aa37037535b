"""Diagnostics as text: one function per format, each `render(diagnostics) -> str`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from ..model import Diagnostic
from . import github, json, text

Renderer = Callable[[Iterable[Diagnostic]], str]

FORMATS: Mapping[str, Renderer] = MappingProxyType(
    {"text": text.render, "json": json.render, "github": github.render}
)

__all__ = ["FORMATS", "Renderer"]
