import gc

wanted = []


class Holder:
    __slots__ = ("kept",)


in_list = [wanted]
in_dict = {"key": wanted}
in_tuple = (wanted, 1)
holder = Holder()
holder.kept = wanted
referrers = gc.get_referrers(wanted)
print(*(any(one is each for one in referrers) for each in (in_list, in_dict, in_tuple, holder, globals())))
# expect: True True True True True
print(gc.get_referrers(object()))  # expect: []
print([one is wanted for one in gc.get_referents(in_list, in_tuple)].count(True))  # expect: 2
print(gc.get_referents(5, None))  # expect: []
