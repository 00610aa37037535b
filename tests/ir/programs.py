"""Programs for the tests of the representation and its passes."""

from __future__ import annotations

from ffc.diagnostics import Sink
from ffc.frontend import parse
from ffc.ir import Program
from ffc.source import SourceFile
from ffc.staging import stage

HEAD = """
from ffc import RayWorkflow, task

@task
def load(path):
    return [path], len(path)

@task
def join(*parts, sep=""):
    return sep.join(parts)

@task
class Counter:
    def __init__(self, start=0):
        self.n = start

    def add(self, k):
        self.n += k
        return self.n
"""


def staged(wiring: str) -> Program:
    """The program of an app with the tasks above and this wiring."""
    sink = Sink()
    module = parse(SourceFile("app.py", None, HEAD + wiring), sink)
    assert module is not None
    program = stage(module, sink)
    assert not sink.diagnostics, [d.message for d in sink.diagnostics]
    return program
