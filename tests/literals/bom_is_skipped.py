print("after the mark")  # expect: after the mark
