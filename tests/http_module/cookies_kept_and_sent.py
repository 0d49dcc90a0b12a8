# A jar: what answers set, what requests get, policies, files.
import email
import os
import tempfile
import urllib.request
from http import cookiejar


class Answer:
    def __init__(self, *cookies):
        self.headers = email.message_from_string("".join(f"Set-Cookie: {each}\n" for each in cookies) + "\n")

    def info(self):
        return self.headers


def sent(jar, url):
    request = urllib.request.Request(url)
    jar.add_cookie_header(request)
    return request.get_header("Cookie")


jar = cookiejar.CookieJar()
request = urllib.request.Request("http://www.example.com/dir/page")
jar.extract_cookies(Answer("a=1", "b=2; Path=/; Domain=.example.com", "c=3; Secure; Path=/", "d=4; Max-Age=0",
                           "e=5; expires=Wed, 01 Jan 2130 00:00:00 GMT; HttpOnly; path=/other",
                           "f=6; domain=.other.org"),
                    request)
for cookie in sorted(jar, key=lambda cookie: cookie.name):
    print(cookie, cookie.domain, cookie.path, cookie.secure, cookie.discard, cookie.has_nonstandard_attr("HttpOnly"))
for url in ("http://www.example.com/dir/x", "http://www.example.com/", "https://www.example.com/other/",
            "http://sub.example.com/", "http://other.org/"):
    print(url, sent(jar, url))
strict = cookiejar.CookieJar(cookiejar.DefaultCookiePolicy(blocked_domains=[".example.com"]))
strict.extract_cookies(Answer("a=1"), request)
print(len(strict), len(jar))
with tempfile.TemporaryDirectory() as folder:
    for kind in (cookiejar.MozillaCookieJar, cookiejar.LWPCookieJar):
        name = os.path.join(folder, "jar")
        kept = kind(name)
        for cookie in jar:
            kept.set_cookie(cookie)
        kept.save(ignore_discard=True)
        again = kind(name)
        again.load(ignore_discard=True)
        print(sorted((cookie.name, cookie.value, cookie.domain, cookie.path, cookie.expires) for cookie in again))
        again.clear_session_cookies()
        print([cookie.name for cookie in again])
    try:
        cookiejar.MozillaCookieJar().load(name)
    except cookiejar.LoadError as error:
        print(str(error).replace(folder, ""))
for date in ("Wed, 09 Feb 1994 22:23:32 GMT", "09-Feb-94 22:23", "1994-02-03 14:15:29 -0100", "x", 
             "03/Feb/1994:17:03:55 -0700"):
    print(cookiejar.http2time(date), cookiejar.iso2time(date))
print(cookiejar.split_header_words(['foo="bar"; port="80,81"; discard, bar=baz']))
# expect: <Cookie a=1 for www.example.com/dir> www.example.com /dir False True False
# expect: <Cookie b=2 for .example.com/> .example.com / False True False
# expect: <Cookie c=3 for www.example.com/> www.example.com / True True False
# expect: <Cookie e=5 for www.example.com/other> www.example.com /other False False True
# expect: http://www.example.com/dir/x a=1; b=2
# expect: http://www.example.com/ b=2
# expect: https://www.example.com/other/ e=5; c=3; b=2
# expect: http://sub.example.com/ b=2
# expect: http://other.org/ None
# expect: 0 4
# expect: [('a', '1', 'www.example.com', '/dir', None), ('b', '2', '.example.com', '/', None), ('c', '3', 'www.example.com', '/', None), ('e', '5', 'www.example.com', '/other', 5049129600)]
# expect: ['e']
# expect: [('a', '1', 'www.example.com', '/dir', None), ('b', '2', '.example.com', '/', None), ('c', '3', 'www.example.com', '/', None), ('e', '5', 'www.example.com', '/other', 5049129600)]
# expect: ['e']
# expect: '/jar' does not look like a Netscape format cookies file
# expect: 760832612.0 None
# expect: 760832580 None
# expect: None 760288529
# expect: None None
# expect: 760320235 None
# expect: [[('foo', 'bar'), ('port', '80,81'), ('discard', None)], [('bar', 'baz')]]
