print("effects is imported")
hello = "hello"
