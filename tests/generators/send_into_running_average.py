def average():
    total = count = 0
    mean = None
    while True:
        mean_input = yield mean
        total += mean_input
        count += 1
        mean = total / count
avg = average()
next(avg)
print(avg.send(10), avg.send(20), avg.send(60))  # expect: 10.0 15.0 30.0
