"""A recursive function reduces any number of nodes two by two."""

from ffc import RayWorkflow, task


@task
def histogram(text):
    return {letter: text.count(letter) for letter in sorted(set(text))}


@task
def merged(one, other, level):
    """`level` counts the merges below, to see how deep the tree is."""
    both = {key: one.get(key, 0) + other.get(key, 0) for key in sorted(one.keys() | other.keys())}
    return {**both, f"<{level}>": 1}


def reduced(nodes, level=0):
    if len(nodes) == 1:
        return nodes[0]
    pairs = [
        merged(nodes[k], nodes[k + 1], level).set_name(f"level {level} pair {k // 2}")
        for k in range(0, len(nodes) - 1, 2)
    ]
    if len(nodes) % 2:
        pairs.append(nodes[-1])
    return reduced(pairs, level + 1)


verses = ["tyger", "burning", "bright", "in the", "forests"]
counts = [histogram(verse).set_name(verse) for verse in verses]
flow = RayWorkflow(reduced(counts), workflow_name="letters")
flow.query("level 0 .*").set_remote_args({"num_cpus": 0.5})
print([node.get_name() for node in flow.find_nodes("level.*")])
print(flow.run())
