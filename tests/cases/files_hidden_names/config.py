rate = 10
size = 7
