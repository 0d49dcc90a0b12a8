# Cookies as headers and back: quoting, attributes, what is refused.
from http import cookies

jar = cookies.SimpleCookie()
jar["a"] = "plain"
jar["b"] = 'quoted "value"; \xe4'
jar["a"]["path"] = "/x"
jar["a"]["max-age"] = 60
jar["a"]["secure"] = True
jar["a"]["httponly"] = False
jar["a"]["SameSite"] = "Lax"
print(str(jar).splitlines())
print(jar.output(header="", sep="|"), jar["b"].coded_value, jar["a"].OutputString(["path"]))
read = cookies.SimpleCookie('x=1; y="a\\"b\\054"; $Path=/p; expires=Wed, 01 Jan 2020 00:00:00 GMT')
print([(key, morsel.value) for key, morsel in read.items()], repr(read), read["y"]["expires"], read["y"]["path"])
print(cookies.SimpleCookie("a=b; =broken; c").items(), cookies.SimpleCookie({"n": 5}).output())
print(jar["a"] == jar["a"].copy(), jar["a"].isReservedKey("Path"), repr(jar["a"]))
for wrong in (lambda: jar.__setitem__("a b", "x"), lambda: jar.__setitem__("path", "x"),
              lambda: jar["a"].__setitem__("color", "red"), lambda: jar["a"].update({"zz": 1})):
    try:
        wrong()
    except cookies.CookieError as error:
        print(error)
# expect: ['Set-Cookie: a=plain; Max-Age=60; Path=/x; SameSite=Lax; Secure', 'Set-Cookie: b="quoted \\"value\\"\\073 \\344"']
# expect:  a=plain; Max-Age=60; Path=/x; SameSite=Lax; Secure| b="quoted \"value\"\073 \344" "quoted \"value\"\073 \344" a=plain; Path=/x
# expect: [('x', '1'), ('y', 'a"b,')] <SimpleCookie: x='1' y='a"b,'> Wed, 01 Jan 2020 00:00:00 GMT /p
# expect: dict_items([]) Set-Cookie: n=5
# expect: True True <Morsel: a=plain; Max-Age=60; Path=/x; SameSite=Lax; Secure>
# expect: Illegal key 'a b'
# expect: Attempt to set a reserved key 'path'
# expect: Invalid attribute 'color'
# expect: Invalid attribute 'zz'
