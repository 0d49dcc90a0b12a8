import calendar

print(calendar.month(2024, 2))
print(calendar.calendar(2023))
print(calendar.TextCalendar(6).formatmonth(2000, 1, 4, 2))
print(calendar.HTMLCalendar().formatmonth(2021, 5))
print(calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.leapdays(1900, 2001), calendar.weekday(2024, 1, 1), calendar.timegm((2020, 1, 2, 3, 4, 5)))
print(calendar.monthcalendar(2021, 2), list(calendar.month_name), list(calendar.day_abbr), calendar.day_name[-1])
print(list(calendar.Calendar(3).itermonthdays4(2024, 3))[:9], calendar.Calendar().monthdatescalendar(2024, 3)[0])
for function in (lambda: calendar.monthrange(2020, 13), lambda: calendar.setfirstweekday(7)):
    try:
        function()
    except ValueError as error:
        print(type(error).__name__, error)
calendar.setfirstweekday(6)
print(calendar.weekheader(3), calendar.firstweekday())
# expect:    February 2024
# expect: Mo Tu We Th Fr Sa Su
# expect:           1  2  3  4
# expect:  5  6  7  8  9 10 11
# expect: 12 13 14 15 16 17 18
# expect: 19 20 21 22 23 24 25
# expect: 26 27 28 29
# expect:
# expect:                                   2023
# expect:
# expect:       January                   February                   March
# expect: Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su
# expect:                    1             1  2  3  4  5             1  2  3  4  5
# expect:  2  3  4  5  6  7  8       6  7  8  9 10 11 12       6  7  8  9 10 11 12
# expect:  9 10 11 12 13 14 15      13 14 15 16 17 18 19      13 14 15 16 17 18 19
# expect: 16 17 18 19 20 21 22      20 21 22 23 24 25 26      20 21 22 23 24 25 26
# expect: 23 24 25 26 27 28 29      27 28                     27 28 29 30 31
# expect: 30 31
# expect:
# expect:        April                      May                       June
# expect: Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su
# expect:                 1  2       1  2  3  4  5  6  7                1  2  3  4
# expect:  3  4  5  6  7  8  9       8  9 10 11 12 13 14       5  6  7  8  9 10 11
# expect: 10 11 12 13 14 15 16      15 16 17 18 19 20 21      12 13 14 15 16 17 18
# expect: 17 18 19 20 21 22 23      22 23 24 25 26 27 28      19 20 21 22 23 24 25
# expect: 24 25 26 27 28 29 30      29 30 31                  26 27 28 29 30
# expect:
# expect:         July                     August                  September
# expect: Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su
# expect:                 1  2          1  2  3  4  5  6                   1  2  3
# expect:  3  4  5  6  7  8  9       7  8  9 10 11 12 13       4  5  6  7  8  9 10
# expect: 10 11 12 13 14 15 16      14 15 16 17 18 19 20      11 12 13 14 15 16 17
# expect: 17 18 19 20 21 22 23      21 22 23 24 25 26 27      18 19 20 21 22 23 24
# expect: 24 25 26 27 28 29 30      28 29 30 31               25 26 27 28 29 30
# expect: 31
# expect:
# expect:       October                   November                  December
# expect: Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su      Mo Tu We Th Fr Sa Su
# expect:                    1             1  2  3  4  5                   1  2  3
# expect:  2  3  4  5  6  7  8       6  7  8  9 10 11 12       4  5  6  7  8  9 10
# expect:  9 10 11 12 13 14 15      13 14 15 16 17 18 19      11 12 13 14 15 16 17
# expect: 16 17 18 19 20 21 22      20 21 22 23 24 25 26      18 19 20 21 22 23 24
# expect: 23 24 25 26 27 28 29      27 28 29 30               25 26 27 28 29 30 31
# expect: 30 31
# expect:
# expect:            January 2000
# expect:
# expect: Sun  Mon  Tue  Wed  Thu  Fri  Sat
# expect:
# expect:                                 1
# expect:
# expect:   2    3    4    5    6    7    8
# expect:
# expect:   9   10   11   12   13   14   15
# expect:
# expect:  16   17   18   19   20   21   22
# expect:
# expect:  23   24   25   26   27   28   29
# expect:
# expect:  30   31
# expect:
# expect:
# expect: <table border="0" cellpadding="0" cellspacing="0" class="month">
# expect: <tr><th colspan="7" class="month">May 2021</th></tr>
# expect: <tr><th class="mon">Mon</th><th class="tue">Tue</th><th class="wed">Wed</th><th class="thu">Thu</th><th class="fri">Fri</th><th class="sat">Sat</th><th class="sun">Sun</th></tr>
# expect: <tr><td class="noday">&nbsp;</td><td class="noday">&nbsp;</td><td class="noday">&nbsp;</td><td class="noday">&nbsp;</td><td class="noday">&nbsp;</td><td class="sat">1</td><td class="sun">2</td></tr>
# expect: <tr><td class="mon">3</td><td class="tue">4</td><td class="wed">5</td><td class="thu">6</td><td class="fri">7</td><td class="sat">8</td><td class="sun">9</td></tr>
# expect: <tr><td class="mon">10</td><td class="tue">11</td><td class="wed">12</td><td class="thu">13</td><td class="fri">14</td><td class="sat">15</td><td class="sun">16</td></tr>
# expect: <tr><td class="mon">17</td><td class="tue">18</td><td class="wed">19</td><td class="thu">20</td><td class="fri">21</td><td class="sat">22</td><td class="sun">23</td></tr>
# expect: <tr><td class="mon">24</td><td class="tue">25</td><td class="wed">26</td><td class="thu">27</td><td class="fri">28</td><td class="sat">29</td><td class="sun">30</td></tr>
# expect: <tr><td class="mon">31</td><td class="noday">&nbsp;</td><td class="noday">&nbsp;</td><td class="noday">&nbsp;</td><td class="noday">&nbsp;</td><td class="noday">&nbsp;</td><td class="noday">&nbsp;</td></tr>
# expect: </table>
# expect:
# expect: (3, 29) False 25 0 1577934245
# expect: [[1, 2, 3, 4, 5, 6, 7], [8, 9, 10, 11, 12, 13, 14], [15, 16, 17, 18, 19, 20, 21], [22, 23, 24, 25, 26, 27, 28]] ['', 'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] Sunday
# expect: [(2024, 2, 29, 3), (2024, 3, 1, 4), (2024, 3, 2, 5), (2024, 3, 3, 6), (2024, 3, 4, 0), (2024, 3, 5, 1), (2024, 3, 6, 2), (2024, 3, 7, 3), (2024, 3, 8, 4)] [datetime.date(2024, 2, 26), datetime.date(2024, 2, 27), datetime.date(2024, 2, 28), datetime.date(2024, 2, 29), datetime.date(2024, 3, 1), datetime.date(2024, 3, 2), datetime.date(2024, 3, 3)]
# expect: IllegalMonthError bad month number 13; must be 1-12
# expect: IllegalWeekdayError bad weekday number 7; must be 0 (Monday) to 6 (Sunday)
# expect: Sun Mon Tue Wed Thu Fri Sat 6
