"""The intermediate representation: what the wiring builds, and the code that stays.

Frozen dataclasses and tuples. Made by `staging`, changed by `passes`, read by `emit`.
"""

from .block import Block, BlockKind, Path, Turn
from .call import Call
from .definition import Callable_, Definition, DefinitionKind, Import, Parameter
from .fragment import NO_CODE, Fragment, HelperUse, Part, Ref, RefUse, RunUse, SymbolUse, join, text
from .node import NO_COMMENTS, Argument, Comments, Given, Node, NodeKind, Role, Settings
from .option import UNKNOWN, Option, Unknown
from .program import Flow, GraphRun, Module, Program
from .setup import NodeSeeds, Seeds, Setup, Setups
from .statement import (
    Configure,
    Create,
    Effect,
    Enter,
    Equip,
    Open,
    Plain,
    Query,
    Rename,
    Run,
    Statement,
)
from .step import StepFacts, StepMethod, StepParameter
from .symbol import Symbol, of_block

__all__ = [
    "NO_CODE",
    "NO_COMMENTS",
    "UNKNOWN",
    "Argument",
    "Block",
    "BlockKind",
    "Call",
    "Callable_",
    "Comments",
    "Configure",
    "Create",
    "Definition",
    "DefinitionKind",
    "Effect",
    "Enter",
    "Equip",
    "Flow",
    "Fragment",
    "Given",
    "GraphRun",
    "HelperUse",
    "Import",
    "Module",
    "Node",
    "NodeKind",
    "NodeSeeds",
    "Open",
    "Option",
    "Parameter",
    "Part",
    "Path",
    "Plain",
    "Program",
    "Query",
    "Ref",
    "RefUse",
    "Rename",
    "Role",
    "Run",
    "RunUse",
    "Seeds",
    "Settings",
    "Setup",
    "Setups",
    "Statement",
    "StepFacts",
    "StepMethod",
    "StepParameter",
    "Symbol",
    "SymbolUse",
    "Turn",
    "Unknown",
    "join",
    "of_block",
    "text",
]
