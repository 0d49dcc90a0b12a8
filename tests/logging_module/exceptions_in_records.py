import io
import logging

out = io.StringIO()
logging.basicConfig(stream=out, format="%(message)s")


def fail():
    raise ValueError("bad")


try:
    fail()
except ValueError as error:
    logging.exception("with %s", "traceback")
    logging.error("given", exc_info=error)
    logging.error("none")
print(out.getvalue().replace(__file__, "FILE"), end="")
# expect: with traceback
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 13, in <module>
# expect:     fail()
# expect:   File "FILE", line 9, in fail
# expect:     raise ValueError("bad")
# expect: ValueError: bad
# expect: given
# expect: Traceback (most recent call last):
# expect:   File "FILE", line 13, in <module>
# expect:     fail()
# expect:   File "FILE", line 9, in fail
# expect:     raise ValueError("bad")
# expect: ValueError: bad
# expect: none
