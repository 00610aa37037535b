"""A package whose `__init__` re-exports what its modules define."""

from functionfuse.backends.builtin.rayback import RayWorkflow
from lab import LENGTHS, Spectrometer, absorb, mix
from lab.units import to_nanometres as nm

solutions = [mix("dye", grams).set_name(f"{grams} g of dye") for grams in (1, 3)]
spectrometer = Spectrometer(nm(0.5)).set_name("spectrometer")
leaves = []
for solution in solutions:
    for length in LENGTHS:
        absorbed = absorb(solution, length)
        leaves.append(spectrometer.measure(absorbed))

flow = RayWorkflow(*leaves, spectrometer.log(), workflow_name="beer")
flow.query(".* of dye").set_remote_args({"num_cpus": 0.5})
flow.query("spectrometer").set_remote_args({"num_cpus": 0.1})
print(*flow.run(return_results=True), sep="\n")
