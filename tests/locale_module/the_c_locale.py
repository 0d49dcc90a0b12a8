import locale

locale.setlocale(locale.LC_ALL, "C")
print(locale.setlocale(locale.LC_ALL), locale.getlocale(), locale.localeconv()["decimal_point"], locale.localeconv()["grouping"])
print(locale.format_string("%d %.2f", (1234567, 1.5), grouping=True), locale.str(1.5), locale.atof("2.5"), locale.atoi("7"), locale.strcoll("a", "b"))
try:
    locale.setlocale(locale.LC_ALL, "xx_XX")
except locale.Error as error:
    print(error)
# expect: C (None, None) . []
# expect: 1234567 1.50 1.5 2.5 7 -1
# expect: unsupported locale setting
