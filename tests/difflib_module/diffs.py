# Differences of texts, ratios, close matches.
import difflib

a = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\n".splitlines(True)
b = "one\ntwo!\nthree\nfour\nnew line\nfive\nsix\nseven\neight\nnone\nten\n".splitlines(True)
print("".join(difflib.ndiff(a, b)), end="")
print("".join(difflib.unified_diff(a, b, "old", "new", n=1)), end="")
print("".join(difflib.context_diff(a, b, "old", "new", n=1)), end="")
matcher = difflib.SequenceMatcher(None, "private volatile", "volatile private int")
print(matcher.ratio(), matcher.get_matching_blocks(), matcher.get_opcodes()[:2])
print(difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), "".join(difflib.restore(difflib.ndiff(a, b), 1)) == "".join(a))
print("\n".join(difflib.ndiff(["[1, 2, 3]"], ["[1, 5, 3]"])))
# expect:   one
# expect: - two
# expect: + two!
# expect: ?    +
# expect:   three
# expect:   four
# expect: + new line
# expect:   five
# expect:   six
# expect:   seven
# expect:   eight
# expect: - nine
# expect: ?  ^
# expect: + none
# expect: ?  ^
# expect: + ten
# expect: --- old
# expect: +++ new
# expect: @@ -1,5 +1,6 @@
# expect:  one
# expect: -two
# expect: +two!
# expect:  three
# expect:  four
# expect: +new line
# expect:  five
# expect: @@ -8,2 +9,3 @@
# expect:  eight
# expect: -nine
# expect: +none
# expect: +ten
# expect: *** old
# expect: --- new
# expect: ***************
# expect: *** 1,5 ****
# expect:   one
# expect: ! two
# expect:   three
# expect:   four
# expect:   five
# expect: --- 1,6 ----
# expect:   one
# expect: ! two!
# expect:   three
# expect:   four
# expect: + new line
# expect:   five
# expect: ***************
# expect: *** 8,9 ****
# expect:   eight
# expect: ! nine
# expect: --- 9,11 ----
# expect:   eight
# expect: ! none
# expect: ! ten
# expect: 0.5 [Match(a=0, b=9, size=8), Match(a=12, b=19, size=1), Match(a=16, b=20, size=0)] [('insert', 0, 0, 0, 9), ('equal', 0, 8, 9, 17)]
# expect: ['apple', 'ape'] True
# expect: - [1, 2, 3]
# expect: ?     ^
# expect: 
# expect: + [1, 5, 3]
# expect: ?     ^
# expect: 
