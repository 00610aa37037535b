"""Functions of the app that make nodes, as functions of the driver.

def pair(kind):                     def main(address=None):
    a = load(kind)                      def pair(kind):
    b = scale(a, FACTOR)                    a = load.remote(kind)
    return join(a, b)           →           b = scale.remote(a, FACTOR)
                                            return join.remote(a, b)
x = pair("moons")
y = pair("circles")                     x = pair("moons")
                                        y = pair("circles")

Staging follows each call, so `main()` is written with all of them in place. Here the lines of calls
that do the same become one function again. It works on the text alone: what stands in a line, which
names it binds and reads. Where something does not fit, the lines stay as they are.

The functions stand inside of `main()`, whose variables they read as those of the app read its
module's. So their calls are as in the app, and a variable more changes no line but those that name
it.
"""

from .insert import with_functions
from .line import Line
from .outline import Outlined, callable_functions, outline

__all__ = ["Line", "Outlined", "callable_functions", "outline", "with_functions"]
