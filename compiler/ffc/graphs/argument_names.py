"""What the functions of nodes call their arguments, and steps their outputs."""

from __future__ import annotations

import ast

from ..ir import Argument, Node, Parameter, Program
from ..ir.signature import bind


def output_name(argument: Argument) -> str:
    """What `bind` calls an output, or the code for that."""
    code = "".join(part if isinstance(part, str) else "…" for part in argument.value.parts)
    try:
        value = ast.literal_eval(code)
    except (ValueError, SyntaxError):
        return code
    return value if isinstance(value, str) else code


def argument_names(program: Program, node: Node) -> list[str]:
    """What the function calls each argument; its number from 1 where that is not known.

    Those of one `*rows` are all called so.
    """
    keywords = [one.keyword for one in node.arguments]
    names = [
        one.prefix if one.prefix.startswith("*") else one.keyword or str(number)
        for number, one in enumerate(node.arguments, 1)
    ]
    parameters = _parameters(program, node)
    if parameters is None or any(one.prefix.startswith("*") for one in node.arguments):
        return names
    bound = bind(parameters, keywords).values
    for name, index in bound.items():
        names[index] = name
    rest = next((f"*{one.name}" for one in parameters if one.kind == "*args"), None)
    taken = {*bound.values()}
    return [
        rest if rest is not None and keyword is None and index not in taken else names[index]
        for index, keyword in enumerate(keywords)
    ]


def _parameters(program: Program, node: Node) -> tuple[Parameter, ...] | None:
    try:
        definition = program.definition(node.definition)
    except KeyError:
        return None
    if node.method is None:
        return definition.call.parameters
    method = definition.method(node.method)
    return None if method is None else method.parameters
