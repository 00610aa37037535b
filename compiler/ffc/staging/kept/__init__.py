"""Blocks that the driver decides: loops over what only it knows, conditions, `with`, `try`.

Their statements are staged once. What they bind and fill are variables of the driver, of which
staging knows the nodes whose refs they may hold.
"""
