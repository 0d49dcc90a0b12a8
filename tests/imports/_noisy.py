print("noisy runs")
x = 3
