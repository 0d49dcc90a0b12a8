while 1:
    break
if 0: print("never")
elif "": print("never")
elif (): print("never")
else: print("reached")  # expect: reached
if not None and ...: print("truthy ellipsis")  # expect: truthy ellipsis
assert not []
x = 1 if "a" else 2
print(x)  # expect: 1
