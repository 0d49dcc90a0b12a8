# every allocation of the start fails once
print("started")  # expect: started
