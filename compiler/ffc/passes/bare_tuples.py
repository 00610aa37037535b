"""Takes the parentheses off what an assignment gives to several variables.

black puts them where it breaks the line: an app and its formatted twin have the same driver.

first, *others = (load_ref, train_ref)   →   first, *others = load_ref, train_ref
"""

from __future__ import annotations

import ast
from dataclasses import replace

from ..ir import Plain, Program, Statement
from ..ir.holes import place_of, with_holes, with_names


def bare_tuples(program: Program) -> Program:
    statements = tuple(map(_bare, program.statements))
    return program if statements == program.statements else replace(program, statements=statements)


def _bare(statement: Statement) -> Statement:
    if not isinstance(statement, Plain) or len(statement.defines) < 2:
        return statement
    code = with_names(statement.code)
    if "= (" not in code or ("\n" in code.strip() and "#" in code):  # a comment, maybe
        return statement
    try:
        tree = ast.parse(code).body
    except SyntaxError:  # part of a statement
        return statement
    match tree:
        case [ast.Assign(targets=[ast.Tuple()], value=ast.Tuple(elts=[_, _, *_]) as value)]:
            start, end = place_of(code, value)
        case _:
            return statement
    places = [place_of(code, element) for element in value.elts]
    texts = [code[first:last] for first, last in places]
    broken = any("\n" in one and not one.endswith((")", "]", "}")) for one in texts)
    if places[0][0] == start or broken or any(isinstance(e, ast.NamedExpr) for e in value.elts):
        return statement
    bare = code[:start] + ", ".join(texts) + code[end:]
    return replace(statement, code=with_holes(bare, statement.code))
