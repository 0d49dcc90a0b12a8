import _circle_a
print(_circle_a.done, _circle_a.other.done)  # expect: a done b done, saw a complete: False
