# Property lists come back from XML and from the binary form; what they cannot hold is refused.
import datetime
import plistlib

value = {"s": "text <&> \xe4", "i": -5, "big": 2 ** 63, "r": 1.5, "t": True, "f": False, "d": b"\x00\x01" * 40,
         "when": datetime.datetime(2020, 1, 2, 3, 4, 5), "list": [1, [2, {}], []], "empty": {}, "long": list(range(20))}
print(plistlib.dumps(value).decode())
for form in (plistlib.FMT_XML, plistlib.FMT_BINARY):
    packed = plistlib.dumps(value, fmt=form, sort_keys=False)
    print(form, plistlib.loads(packed) == value, list(plistlib.loads(packed))[:3])
packed = plistlib.dumps({"b": 1, "a": plistlib.UID(300), "n": None}, fmt=plistlib.FMT_BINARY)
print(packed, plistlib.loads(packed))
print(plistlib.UID(1) == plistlib.UID(1), repr(plistlib.UID(5)), hash(plistlib.UID(3)) == hash(3))
for wrong in (lambda: plistlib.dumps({1: 2}), lambda: plistlib.dumps(object), lambda: plistlib.loads(b"nothing"),
              lambda: plistlib.dumps({"x": 2 ** 64}), lambda: plistlib.dumps("\0"), lambda: plistlib.UID(-1),
              lambda: plistlib.loads(b"bplist00" + b"\xff" * 40), lambda: plistlib.UID("x"),
              lambda: plistlib.loads(b"<plist><dict><key>a</key></dict></plist>")):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
# expect: <?xml version="1.0" encoding="UTF-8"?>
# expect: <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
# expect: <plist version="1.0">
# expect: <dict>
# expect: 	<key>big</key>
# expect: 	<integer>9223372036854775808</integer>
# expect: 	<key>d</key>
# expect: 	<data>
# expect: 	AAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAEA
# expect: 	AQABAAEAAQABAAEAAQABAAEAAQABAAEAAQABAAE=
# expect: 	</data>
# expect: 	<key>empty</key>
# expect: 	<dict/>
# expect: 	<key>f</key>
# expect: 	<false/>
# expect: 	<key>i</key>
# expect: 	<integer>-5</integer>
# expect: 	<key>list</key>
# expect: 	<array>
# expect: 		<integer>1</integer>
# expect: 		<array>
# expect: 			<integer>2</integer>
# expect: 			<dict/>
# expect: 		</array>
# expect: 		<array/>
# expect: 	</array>
# expect: 	<key>long</key>
# expect: 	<array>
# expect: 		<integer>0</integer>
# expect: 		<integer>1</integer>
# expect: 		<integer>2</integer>
# expect: 		<integer>3</integer>
# expect: 		<integer>4</integer>
# expect: 		<integer>5</integer>
# expect: 		<integer>6</integer>
# expect: 		<integer>7</integer>
# expect: 		<integer>8</integer>
# expect: 		<integer>9</integer>
# expect: 		<integer>10</integer>
# expect: 		<integer>11</integer>
# expect: 		<integer>12</integer>
# expect: 		<integer>13</integer>
# expect: 		<integer>14</integer>
# expect: 		<integer>15</integer>
# expect: 		<integer>16</integer>
# expect: 		<integer>17</integer>
# expect: 		<integer>18</integer>
# expect: 		<integer>19</integer>
# expect: 	</array>
# expect: 	<key>r</key>
# expect: 	<real>1.5</real>
# expect: 	<key>s</key>
# expect: 	<string>text &lt;&amp;&gt; ä</string>
# expect: 	<key>t</key>
# expect: 	<true/>
# expect: 	<key>when</key>
# expect: 	<date>2020-01-02T03:04:05Z</date>
# expect: </dict>
# expect: </plist>
# expect:
# expect: PlistFormat.FMT_XML True ['s', 'i', 'big']
# expect: PlistFormat.FMT_BINARY True ['s', 'i', 'big']
# expect: b'bplist00\xd3\x01\x02\x03\x04\x05\x06QaQbQn\x81\x01,\x10\x01\x00\x08\x0f\x11\x13\x15\x18\x1a\x00\x00\x00\x00\x00\x00\x01\x01\x00\x00\x00\x00\x00\x00\x00\x07\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x1b' {'a': UID(300), 'b': 1, 'n': None}
# expect: True UID(5) True
# expect: TypeError keys must be strings
# expect: TypeError unsupported type: <class 'type'>
# expect: InvalidFileException Invalid file
# expect: OverflowError 18446744073709551616
# expect: ValueError strings can't contain control characters; use bytes instead
# expect: ValueError UIDs must be positive
# expect: InvalidFileException Invalid file
# expect: TypeError data must be an int
# expect: ValueError missing value for key 'a' at line 1
