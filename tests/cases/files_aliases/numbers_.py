PRIMES = [2, 3, 5, 7, 11]
SQUARES = [k * k for k in range(5)]
LIMIT = len(PRIMES) - 1
