"""Every way to give a task its arguments."""

from ffc import RayWorkflow, task


@task
def measure(sensor, /, start, stop=10, *, step=1, scale=1.0):
    return [round(sensor * scale * t, 2) for t in range(start, stop, step)]


@task
def merge(*series, **named):
    return [sum(series, []), {name: len(values) for name, values in named.items()}]


@task
def describe(label: str, merged=None, *extra, unit="V", **more):
    return f"{label}: {merged} {extra} {unit} {sorted(more.items())}"


a = measure(1, 0)
b = measure(2, 0, 6, step=2)
c = measure(3, stop=4, start=1, scale=-0.5)

three = (0, 3)
options = {"step": 1, "scale": 2.0}
d = measure(4, *three, **options)

merged = merge(a, b, tail=c, d=d)
text = describe("all", merged, "x", None, True, unit="mV", low=-1, first=a[0], none=None)
plain = describe("plain")

flow = RayWorkflow(text, plain, c, d, workflow_name="arguments")
results = flow.run()
for line in results:
    print(line)
