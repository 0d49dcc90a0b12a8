raise KeyboardInterrupt
# expect error: KeyboardInterrupt
# exit: 130
