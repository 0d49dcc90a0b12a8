class A:
    def method(self):
        def inner():
            return [1 / 0 for _ in range(1)]
        return (lambda: inner())()
A().method()
# expect stderr: Traceback (most recent call last):
# expect stderr:   File "{file}", line 6, in <module>
# expect stderr:     A().method()
# expect stderr:   File "{file}", line 5, in method
# expect stderr:     return (lambda: inner())()
# expect stderr:            ^^^^^^^^^^^^^^^^^^^
# expect stderr:   File "{file}", line 5, in <lambda>
# expect stderr:     return (lambda: inner())()
# expect stderr:                     ^^^^^^^
# expect stderr:   File "{file}", line 4, in inner
# expect stderr:     return [1 / 0 for _ in range(1)]
# expect stderr:            ^^^^^^^^^^^^^^^^^^^^^^^^^
# expect stderr:   File "{file}", line 4, in <listcomp>
# expect stderr:     return [1 / 0 for _ in range(1)]
# expect stderr:             ~~^~~
# expect error: ZeroDivisionError: division by zero
# expect line: 4
