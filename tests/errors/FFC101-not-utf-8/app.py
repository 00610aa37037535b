# Größe
from ffc import task
