import copy, pickle, time

moment = time.gmtime(0)
print(pickle.loads(pickle.dumps(moment)) == moment, copy.copy(moment) == moment)
print(type(pickle.loads(pickle.dumps(moment))).__name__)

# expect: True True
# expect: struct_time
