"""Variables that change between the making of a node and the run."""

import os

from ffc import RayWorkflow, task


@task
def power(base, exponent, note=""):
    return f"{base}**{exponent}={base**exponent}{note}"


@task
def join(parts, by):
    return by.join(parts)


base = 2
exponent = int(os.environ.get("SAMPLE_EXPONENT", "3"))
note = "!"
a = power(base, exponent, note=note)

base = base + 1
exponent += 1
b = power(base, exponent)

base, exponent = exponent, base
c = power(base, exponent, note=f" ({base})")
note = note * 3
base = None

separators = [", "]
d = join([a, b], separators[0])
separators[0] = "; "
e = join([c, d], separators[0])

flow = RayWorkflow(e, a, workflow_name="powers")
exponent = "changed"
text, first = flow.run()
print(text)
print(first, note, base, exponent, separators)
