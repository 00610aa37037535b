"""Nodes of a loop over residual values, used one by one in later loops."""

import os

from ffc import RayWorkflow, task

names = os.environ.get("GALAXIES", "m31 m51 m87 m101").split()


@task
def spectrum(name):
    return [int(name[1:]) * k % 10 for k in range(1, 6)]


@task
def redshift(lines, name):
    return f"{name}:{max(lines) / 10}"


@task
def joined(before, text):
    return f"{before} {text}".strip()


spectra = []
for name in names:
    spectra.append(spectrum(name).set_name(f"spectrum {name}"))

redshifts = []
for name, lines in zip(names, spectra, strict=True):
    redshifts.append(redshift(lines, name).set_name(f"redshift {name}"))

text = joined("", "all:")
for node in redshifts:
    text = joined(text, node)

backwards = joined("", "back:")
for node in reversed(redshifts):
    backwards = joined(backwards, node)

flow = RayWorkflow(text, backwards, workflow_name="redshifts")
flow.query("spectrum .*").set_remote_args({"num_cpus": 0.5})
print(*flow.run(), sep="\n")
