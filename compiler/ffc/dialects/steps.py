"""The names of step graphs, which several front ends have in modules of their own."""

from __future__ import annotations

from collections.abc import Mapping

from .meaning import Meaning

WIRING: Mapping[str, Meaning] = {
    "remote": Meaning.REMOTE,
    "options": Meaning.OPTIONS,
    "run": Meaning.RUN,
    "run_async": Meaning.RUN_ASYNC,
    "init": Meaning.INIT,
}
STEPS = (
    "Step",
    "SourceStep",
    "GeneratorSourceStep",
    "BatchStep",
    "PromptStep",
    "Split",
    "SplitByItems",
    "SplitItemField",
    "Copy",
    "StepOutput",
    "log",
)
RESOURCES = (
    "Resource",
    "NumberResource",
    "FunctionResource",
    "ListResource",
    "DictResource",
)
PROMPTS = (
    "prompt",
    "bool_prompt",
    "selection_prompt",
    "text_prompt",
    "number_prompt",
    "dict_prompt",
    "list_prompt",
)
