"""Methods of dicts that hold nodes: `setdefault`, `get`, `pop`, `update` and more."""

from functionfuse import workflow
from functionfuse.backends.builtin.rayback import RayWorkflow

ROWS = [("fe", 26), ("ni", 28), ("fe", 27), ("cu", 29), ("ni", 30), ("fe", 25)]


@workflow
def energy(element, number):
    return f"{element}{number}"


@workflow
def shown(title, values):
    return f"{title}: {values}"


groups = {}
latest = {}
for element, number in ROWS:
    node = energy(element, number).set_name(f"{element}-{number}")
    groups.setdefault(element, []).append(node)
    latest.update({element: node})

copper = groups.pop("cu")
zinc = groups.get("zn", copper)
gold = groups.pop("au", None)
latest.update(au=energy("au", 79), fe=groups["fe"][0])
pairs = dict(zip(groups, [nodes[-1] for nodes in groups.values()], strict=True))
merged = {**latest, **pairs} | {"cu": copper[0]}
key, node = merged.popitem()
frozen = dict.fromkeys(["a", "b"], groups["ni"][0])
last = list(groups)[-1]
removed = latest.copy()
del removed["ni"]

sheets = [shown(name, nodes) for name, nodes in sorted(groups.items())]
sheets.append(shown("merged", merged))
sheets.append(shown(f"{key} {last} {gold} {'fe' in merged}", [zinc, node, frozen]))
sheets.append(shown("removed", list(removed.items())))
flow = RayWorkflow(*sheets, workflow_name="elements")
print(*flow.run(return_results=True), sep="\n")
