"""Comprehensions over residual values make lists and dicts of nodes."""

import os

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow

words = os.environ.get("WORDS", "pear apple fig banana kiwi").split()
limit = int(os.environ.get("LIMIT", "4"))


@workflow
def ripeness(word, day):
    return (sum(map(ord, word)) * day) % 100


@workflow
def largest(values):
    return max(values)


@workflow
def basket(names, values):
    return [f"{name} {value}" for name, value in zip(names, values, strict=True)]


today = [ripeness(word, 1).set_name(f"today {word}") for word in words]
long_words = [word for word in words if len(word) > limit]
later = {
    word: [ripeness(word, day).set_name(f"{word} on day {day}") for day in (2, 3)]
    for word in long_words
}
best = {word: largest(nodes).set_name(f"best {word}") for word, nodes in later.items()}
first, *others = [largest([node, 20]) for node in today]

flow = RayWorkflow(
    basket(words, today),
    basket(sorted(best), [best[word] for word in sorted(best)]),
    first,
    *others,
    workflow_name="fruit",
)
flow.query("today .*").set_remote_args({"num_cpus": 0.5})
print(long_words, len(others))
print(*flow.run(return_results=True), sep="\n")
