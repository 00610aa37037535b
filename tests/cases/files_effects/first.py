print("first is imported")

VALUE = 10
LOG = ["first"]
