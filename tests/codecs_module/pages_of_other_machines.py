import codecs, hashlib

for name in ("cp037 cp273 cp424 cp500 cp720 cp856 cp864 cp875 cp1026 cp1125 cp1140 koi8_t mac_arabic mac_croatian mac_farsi"
             " mac_iceland mac_romanian palmos").split():
    text = bytes(range(256)).decode(name, "replace")
    known = [chr(code) for code in range(0x2000) if chr(code).encode(name, "ignore")]
    written = "".join(known).encode(name)
    print(name, codecs.lookup(name).name, hashlib.md5(text.encode()).hexdigest()[:12], len(known), hashlib.md5(written).hexdigest()[:12])
print("Hello [1]".encode("cp037"), "Hello [1]".encode("ibm500"), b"\xc8\x85\x93\x93\x96".decode("ebcdic-cp-us"))
try:
    "\u0416".encode("cp037")
except UnicodeEncodeError as error:
    print(error)
# expect: cp037 cp037 db49b8e61cfc 256 cf6c867dcf3d
# expect: cp273 cp273 2c815801c4aa 255 5f49bd207214
# expect: cp424 cp424 e453db211414 217 e43cfba732ac
# expect: cp500 cp500 a08015c10125 256 2cdb977e6a3a
# expect: cp720 cp720 475aad8e91e6 202 303ca019c9f5
# expect: cp856 cp856 f5d3867ae22e 185 2bdc345d7579
# expect: cp864 cp864 46a68b52383c 161 931662704182
# expect: cp875 cp875 6241e879e7e7 247 40ead033b194
# expect: cp1026 cp1026 5c4a17000c44 256 5000dff222da
# expect: cp1125 cp1125 491e2a210850 205 77b8adb41be9
# expect: cp1140 cp1140 834f7c3f86de 255 c7e5c2515e1a
# expect: koi8_t koi8-t b5ba1429d5b4 220 0ad9e3a4dce3
# expect: mac_arabic mac-arabic 1c9f976e4518 228 67b41c9e97cd
# expect: mac_croatian mac-croatian 5963b78c66a3 226 f06771188414
# expect: mac_farsi mac-farsi 688e1a81c61e 228 ccb4ee2fc6a1
# expect: mac_iceland mac-iceland 8722adaadd7f 229 ca75a6e697be
# expect: mac_romanian mac-romanian cb4b061e9cfb 225 5234ddba7580
# expect: palmos palmos 41e6e0714f93 236 a087ef6e42c7
# expect: b'\xc8\x85\x93\x93\x96@\xba\xf1\xbb' b'\xc8\x85\x93\x93\x96@J\xf1Z' Hello
# expect: 'charmap' codec can't encode character '\u0416' in position 0: character maps to <undefined>
