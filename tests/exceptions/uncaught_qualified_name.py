class Outer:
    class Inner(Exception): pass
raise Outer.Inner("deep")
# expect error: Outer.Inner: deep
# expect line: 3
