"""The intermediate representation: what the wiring builds, and the code that stays.

Frozen dataclasses and tuples. Made by `staging`, changed by `passes`, read by `emit`.
"""

from .definition import Callable_, Definition, DefinitionKind, Import, Parameter
from .fragment import Fragment, Part, Ref, RefUse, RunUse, SymbolUse, join, text
from .node import NO_COMMENTS, Argument, Comments, Node, NodeKind
from .option import UNKNOWN, Option, Unknown
from .program import Flow, Program
from .statement import Configure, Create, Effect, Open, Plain, Query, Rename, Run, Statement
from .symbol import Symbol

__all__ = [
    "NO_COMMENTS",
    "UNKNOWN",
    "Argument",
    "Callable_",
    "Comments",
    "Configure",
    "Create",
    "Definition",
    "DefinitionKind",
    "Effect",
    "Flow",
    "Fragment",
    "Import",
    "Node",
    "NodeKind",
    "Open",
    "Option",
    "Parameter",
    "Part",
    "Plain",
    "Program",
    "Query",
    "Ref",
    "RefUse",
    "Rename",
    "Run",
    "RunUse",
    "Statement",
    "Symbol",
    "SymbolUse",
    "Unknown",
    "join",
    "text",
]
