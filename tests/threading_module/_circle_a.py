import time
time.sleep(0.01)
import _circle_b
name = "a"
