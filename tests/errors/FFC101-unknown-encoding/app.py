# -*- coding: latin-99 -*-
from ffc import task
