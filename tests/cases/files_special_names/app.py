"""What Python tells a module about itself."""

from ffc import RayWorkflow
from lab.units import NAME, logged, whereabouts

print(__name__, NAME, whereabouts())
print(RayWorkflow(logged(1), workflow_name="names").run())
