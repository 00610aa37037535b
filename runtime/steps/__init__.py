"""Steps: what drivers inline of them, and what runs them in one process.

The modules of this package are staged as one (`emit/helpers.py`), so they may name each
other. What an app derives from needs no Ray; `stream.py` is the driver's side.
"""
