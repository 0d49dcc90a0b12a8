print((1).__add__("a"), (1).__lt__(1.5), (1).__eq__(1.0), (1).__truediv__(None), (5).__pow__(2))
# expect: NotImplemented NotImplemented NotImplemented NotImplemented 25
print((5).__rpow__(2), (5).__and__(1.0), (True).__and__(False), (1).__rsub__(5))
# expect: 32 NotImplemented False 4
print((7).__rfloordiv__(50))  # expect: 7
