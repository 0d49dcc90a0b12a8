import _helper
_helper.fail()
# expect error: ValueError: in the helper
# expect line: 20
