import argparse

from ffc import RayWorkflow, task


@task
def split(text, parts):
    return [text[k::parts] for k in range(parts)]


@task
def count(text):
    return len(text)


parser = argparse.ArgumentParser()
parser.add_argument("--parts", type=int, default=2)
parts = parser.parse_args().parts

pieces = split("so much depends", parts)
counts = []
for k in range(parts):
    counts.append(count(pieces[k]))

print(RayWorkflow(*counts, workflow_name="w").run())
