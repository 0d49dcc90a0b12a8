import io
import logging

out = io.StringIO()
logging.basicConfig(stream=out, level=logging.INFO, format="%(levelname)s:%(name)s:%(funcName)s:%(lineno)d:%(message)s")
log = logging.getLogger("a.b")


def work():
    log.info("hello %s", "x")
    log.debug("not shown")


work()
logging.warning("root %d", 3)
log.log(33, "odd")
print(out.getvalue(), end="")
print(log, logging.getLogger(), logging.getLogger("a") is log.parent, log.parent.parent is logging.root, log.getChild("c").name)
print(logging.getLogger("x.y.z").parent, sorted(logging.root.manager.loggerDict))
print(log.hasHandlers(), log.getEffectiveLevel(), log.isEnabledFor(10), log.isEnabledFor(20))
log.setLevel("ERROR")
print(log.isEnabledFor(20), log.getChild("c").isEnabledFor(20), log)
logging.disable(logging.ERROR)
print(log.isEnabledFor(40), log.isEnabledFor(50))
# expect: INFO:a.b:work:10:hello x
# expect: WARNING:root:<module>:15:root 3
# expect: Level 33:a.b:<module>:16:odd
# expect: <Logger a.b (INFO)> <RootLogger root (INFO)> True True a.b.c
# expect: <RootLogger root (INFO)> ['a', 'a.b', 'a.b.c', 'x', 'x.y', 'x.y.z']
# expect: True 20 False True
# expect: False False <Logger a.b (ERROR)>
# expect: False True
