import os
path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../scripts/lessons/cycles_and_the_collector.py")
exec(compile(open(path).read(), path, "exec"))
# expect: 1. Without a cycle, the count is enough:
# expect:     Ann is gone
# expect: 2. Two friends hold each other:
# expect:     nobody can reach them, yet Ann is alive
# expect: 3. The collector frees both:
# expect:     Ann is gone
# expect:     Bob is gone
# expect:     now Ann is dead
# expect: 4. A weak reference does not keep its object, so it makes no cycle:
# expect:     Ann is gone
# expect:     Ann died without the collector; Bob is left
# expect:     Bob is gone
# expect: 5. Left alone, the collector runs by itself when enough new objects are alive:
# expect:     the first loop was found, and nobody called gc.collect()
