# every allocation fails once
# expect error: ValueError: outer
def inner():
    raise KeyError("inner")


def outer():
    try:
        inner()
    except KeyError as error:
        error.add_note("a note")
        raise ValueError("outer") from error


outer()
