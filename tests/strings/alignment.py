print("|" + "ab".center(7) + "|" + "ab".ljust(5, ".") + "|" + "ab".rjust(5, "*") + "|" + "abc".center(6, "-") + "|")
# expect: |   ab  |ab...|***ab|-abc--|
print("42".zfill(5), "-42".zfill(6), "+1".zfill(4), "abc".zfill(2), "a\tbc\td".expandtabs(4))
# expect: 00042 -00042 +001 abc a   bc  d
print("\t|".expandtabs(), repr("a\tb".expandtabs(0)))  # expect:         | 'ab'
try:
    "a".center(5, "ab")
except Exception as error:
    print(f"{type(error).__name__}: {error}")
# expect: TypeError: The fill character must be exactly one character long
