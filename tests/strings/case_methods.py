s = "Hello World"
print(s.upper(), s.lower(), s.swapcase(), s.title(), s.capitalize(), s.casefold())
# expect: HELLO WORLD hello world hELLO wORLD Hello World Hello world hello world
print("straße".upper(), "ÀÉ".lower(), "ß".casefold(), "they're bill's".title(), "éa".capitalize(), "ΑΣ".lower())
# expect: STRASSE àé ss They'Re Bill'S Éa ας
