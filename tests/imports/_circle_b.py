import _circle_a

seen = hasattr(_circle_a, "done")
done = f"b done, saw a complete: {seen}"
