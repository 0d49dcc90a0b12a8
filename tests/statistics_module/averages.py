# Averages, spread and relations.
import statistics as s
from fractions import Fraction

data = [2.5, 3.25, 5.5, 11.5, 11.5]
print(s.mean(data), s.mean([1, 2, 3, 4]), s.mean([1, 2, 3]), s.mean([Fraction(1, 2), Fraction(1, 3)]), s.fmean(data), s.fmean([1, 2], [3, 1]))
print(s.median([1, 3, 5]), s.median([1, 3, 5, 7]), s.median_low([1, 3, 5, 7]), s.median_high([1, 3, 5, 7]), s.median_grouped([1, 2, 2, 3, 4, 4, 4]))
print(s.mode("aabbb"), s.multimode("aabbc"), s.quantiles(range(1, 12)), s.quantiles([1, 2, 5], n=3, method="inclusive"))
print(s.variance(data), s.pvariance(data), s.stdev(data), s.pstdev([1, 2, 3, 4]), s.variance([1, 2, 3, 4]), s.stdev([1, 2, 3, 4, 5]), s.pvariance([1, 1, 3, 3]))
print(round(s.geometric_mean([54, 24, 36]), 9), s.harmonic_mean([40, 60]), s.harmonic_mean([40, 60], weights=[1, 3]))
print(s.correlation([1, 2, 3], [3, 2, 1]), s.covariance([1, 2, 3], [1, 5, 9]), s.linear_regression([1, 2, 3], [2, 4, 6]))
normal = s.NormalDist(100, 15)
print(normal, round(normal.cdf(115), 6), round(normal.pdf(100), 6), normal.zscore(130), normal + 5, normal * 2, normal - normal)
for action in (lambda: s.mean([]), lambda: s.stdev([1]), lambda: s.mode([]), lambda: s.median([]), lambda: s.quantiles([1])):
    try:
        action()
    except s.StatisticsError as error:
        print(error)
# expect: 6.85 2.5 2 5/12 6.85 1.25
# expect: 3 4.0 3 5 3.0
# expect: b ['a', 'b'] [3.0, 6.0, 9.0] [1.6666666666666667, 3.0]
# expect: 19.2375 15.39 4.386057455164034 1.118033988749895 1.6666666666666667 1.5811388300841898 1
# expect: 36.0 48.0 53.33333333333333
# expect: -1.0 4.0 LinearRegression(slope=2.0, intercept=0.0)
# expect: NormalDist(mu=100.0, sigma=15.0) 0.841345 0.026596 2.0 NormalDist(mu=105.0, sigma=15.0) NormalDist(mu=200.0, sigma=30.0) NormalDist(mu=0.0, sigma=21.213203435596427)
# expect: mean requires at least one data point
# expect: stdev requires at least two data points
# expect: no mode for empty data
# expect: no median for empty data
# expect: must have at least two data points
