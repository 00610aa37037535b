"""The app is a module of a package, and imports from there."""

from ffc import RayWorkflow

from . import VERSION
from .jobs import versioned

print(RayWorkflow(versioned(VERSION), workflow_name="version").run())
