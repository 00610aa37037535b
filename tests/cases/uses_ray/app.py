"""An app that itself imports what its driver needs."""

import argparse
import os
import sys
from argparse import Namespace as Settings
from os import environ, path as p

import ray
from ray import __version__

from ffc import RayWorkflow, task


@task
def version(ray_version, settings):
    same = ray_version == ray.__version__
    return same, p.basename(settings.folder), os.sep in settings.folder


folder = p.join("a", "b") if "SAMPLE_FOLDER" not in environ else environ["SAMPLE_FOLDER"]
settings = Settings(folder=folder)
flow = RayWorkflow(version(__version__, settings), workflow_name="version")
print(flow.run(), isinstance(settings, argparse.Namespace), len(sys.argv))
