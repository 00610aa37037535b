"""Comments in a loop and around it."""

from ffc import RayWorkflow, task

# Wavelengths in nanometres.
LASERS = [
    ("HeNe", 633),  # red
    ("Ar", 488),
    # green, the strongest
    ("Nd:YAG", 532),
]  # none of them is ultraviolet


@task
def focus(name, wavelength, aperture):
    # Abbe's limit
    return name, round(wavelength / (2 * aperture), 1)


@task
def smallest(spots):
    return min(spots, key=lambda spot: spot[1])


# One spot for each laser.
spots = []
for name, wavelength in LASERS:
    # The aperture is the same for all.
    aperture = 0.9

    # A node for each.
    spot = focus(name, wavelength, aperture)
    spot.set_name(f"spot of {name}")  # as in the log book
    # Kept in the order of the table.
    spots.append(spot)
    # The end of a pass.

# All of them.
flow = RayWorkflow(smallest(spots), *spots, workflow_name="lasers")

# Options by name.
for name in ["HeNe", "Ar"]:
    # Half of a processor is enough.
    flow.query(f"spot of {name}").set_remote_args({"num_cpus": 0.5})

print(*flow.run(), sep="\n")  # the smallest first
