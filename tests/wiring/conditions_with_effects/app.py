"""Arguments that are one node or another: what decides it is asked once."""

import os

from functionfuse import workflow as task
from functionfuse.backends.builtin.rayback import RayWorkflow


@task
def load(number):
    return number


@task
def use(*given):
    return given


def ask(word):
    print("asked", word)
    return os.environ.get("FFC_NOT_SET", word)


node = load(1)
word = os.environ.get("FFC_NOT_SET", "some")
asked = use(node if ask("a") else 0)
both = use(node if ask("") else load(2), [node, 3] if ask("c") else [])
counted = use(node if len(word) else 0)
print("made")
print(RayWorkflow(asked, both, counted, workflow_name="all").run())

shown = use(5)
print(RayWorkflow(shown, workflow_name="shown").run())
again = use(shown if len(word) else 0)
print(RayWorkflow(again, workflow_name="first").run())
print(RayWorkflow(again, workflow_name="second").run())
