import random
random.seed(1)
print(random.gauss(0, 1), random.gauss(0, 1), random.expovariate(2), random.normalvariate(0, 1))
# expect: 1.2881847531554629 1.449445608699771 0.7214844626733314 -0.8327687425512574
print(random.triangular(0, 1), random.betavariate(2, 3), random.paretovariate(2))
# expect: 0.474073340733656 0.3161212977947768 2.051007339694325
print(random.lognormvariate(0, 1))  # expect: 1.6368763435453697
