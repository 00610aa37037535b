"""What steps of an app derive from, and steps that are ready to use."""

from __future__ import annotations

from ffc.runtime.steps.batch import BatchStep
from ffc.runtime.steps.log import log
from ffc.runtime.steps.prompt import PromptStep
from ffc.runtime.steps.ready import Copy, Split, SplitByItems, SplitItemField
from ffc.runtime.steps.source import GeneratorSourceStep, SourceStep
from ffc.runtime.steps.step import Step, StepOutput

__all__ = [
    "BatchStep",
    "Copy",
    "GeneratorSourceStep",
    "PromptStep",
    "SourceStep",
    "Split",
    "SplitByItems",
    "SplitItemField",
    "Step",
    "StepOutput",
    "log",
]
