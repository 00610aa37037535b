"""Steps of local modules."""
import ffc as gb
from parts.steps import Add, numbers_up_to
from parts import base

numbers = numbers_up_to(4)
added = Add.remote(value=base.VALUE).bind("out", numbers)
print(gb.run(added))
