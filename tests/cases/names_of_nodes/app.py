"""Names: f-strings of known values, given late, read back."""

from ffc import RayWorkflow, task


@task
def decay(amount, half_life, hours):
    return amount * 0.5 ** (hours / half_life)


@task
def add(a, b):
    return a + b


isotope = "Tc-99m"
hours = 12
morning = decay(80.0, 6.0, hours).set_name(f"{isotope} after {hours:03d} h")
later = decay(morning, 6.0, hours=hours // 2)
both = add(morning, later)

flow = RayWorkflow(both, workflow_name=f"{isotope} decay")
print(later.get_name(), both.get_name())

later.set_name("later")
both.set_name(f"{isotope!r}" + " " + "both").set_name(f"{isotope.lower()} {{both}}")
flow.query(r"Tc-99m.*").set_remote_args({"num_cpus": 1})
flow.query("later").set_remote_args({"num_cpus": 0.5})
print(morning.get_name(), later.get_name(), both.get_name(), sep=" | ")
print(flow.run())
