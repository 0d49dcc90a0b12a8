print("ǅ".title(), "ﬁ".upper(), "İ".lower() == "i̇", "ŉ".upper(), "ΌΣΟΣ".lower(), "ß".title())
# expect: ǅ FI True ʼN όσος Ss
print("ǆ".upper(), "ꭰ".upper(), "𐐨".upper())  # expect: Ǆ Ꭰ 𐐀
print("Straße".casefold() == "STRASSE".casefold(), "é".isalpha(), "Ⅷ".isnumeric(), "四".isnumeric())
# expect: True True True True
print("٣".isdigit(), "x²".isalnum(), "\u00a0".isspace(), "ª".islower())  # expect: True True True True
