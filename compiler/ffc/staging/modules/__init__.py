"""The app's own modules: found and staged at their first import; in the driver, all are one.

A name of another module is that module's symbol, whoever imports it: `config.RATE`, or `RATE` after
`from config import RATE`. The modules themselves are not there in the driver.
"""
