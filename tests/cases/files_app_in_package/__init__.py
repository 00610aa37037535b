print("the package")

VERSION = 2
