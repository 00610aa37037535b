from math import log

STEPS = 3
UNIT = "C"
KELVIN = 273.15
BASE = 300 - KELVIN
GRADIENT = round(log(KELVIN), 3)
