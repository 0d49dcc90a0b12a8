import os
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../scripts/lessons/producer_consumer.py")
exec(compile(open(path).read(), path, "exec"))
# expect: All 12 orders are done, none is left: 0.
# expect:     table 1 ate cake, fish, soup
# expect:     table 2 ate cake, fish, soup
# expect:     table 3 ate cake, fish, soup
# expect:     table 4 ate cake, fish, soup
