"""Units of the laboratory."""

import logging
import os

from ffc import task

NAME = __name__
FOLDER = os.path.basename(os.path.dirname(os.path.abspath(__file__)))


def whereabouts():
    return __doc__, os.path.basename(__file__), FOLDER


@task
def logged(number):
    return logging.getLogger(__name__).name, FOLDER, number
