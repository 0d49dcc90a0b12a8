from urllib.parse import *

for url in ["http://user:pw@Host.com:8080/p/a;q?x=1&y=2#f", "//h/p", "mailto:a@b", "file:///etc/x", "http://[::1]:80/", "p?q", "", "HTTP://x\n/y", b"http://a/b?c"]:
    parts = urlparse(url)
    print(parts, urlsplit(url), parts.geturl(), parts.hostname, parts.port, parts.username, parts.password, urldefrag(url))
for url in ["g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "", "..", "../../g", "../../../g", "http:g", "g;x=1/../y"]:
    print(urljoin("http://a/b/c/d;p?q", url))
print(quote("a b/é?"), quote("a/b", safe=""), quote_plus("a b+c"), unquote("a%20%C3%A9%zz"), unquote_plus("a+b%2B"), quote(b"\xff/"), unquote_to_bytes("a%ff"))
print(parse_qs("a=1&a=2&b=&c"), parse_qsl("a=1&b=&c", keep_blank_values=True), urlencode({"a": 1, "b": "x y&"}), urlencode([("a", [1, 2])], doseq=True))
for function in [lambda: urlparse("http://h:x/").port, lambda: urlparse("http://h:99999/").port, lambda: urlsplit("http://[x/"), lambda: urljoin("a", b"b"),
                 lambda: parse_qsl("a", strict_parsing=True), lambda: urlencode("abc"), lambda: parse_qsl("a=1&b=2", max_num_fields=1)]:
    try:
        function()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
# expect: ParseResult(scheme='http', netloc='user:pw@Host.com:8080', path='/p/a', params='q', query='x=1&y=2', fragment='f') SplitResult(scheme='http', netloc='user:pw@Host.com:8080', path='/p/a;q', query='x=1&y=2', fragment='f') http://user:pw@Host.com:8080/p/a;q?x=1&y=2#f host.com 8080 user pw DefragResult(url='http://user:pw@Host.com:8080/p/a;q?x=1&y=2', fragment='f')
# expect: ParseResult(scheme='', netloc='h', path='/p', params='', query='', fragment='') SplitResult(scheme='', netloc='h', path='/p', query='', fragment='') //h/p h None None None DefragResult(url='//h/p', fragment='')
# expect: ParseResult(scheme='mailto', netloc='', path='a@b', params='', query='', fragment='') SplitResult(scheme='mailto', netloc='', path='a@b', query='', fragment='') mailto:a@b None None None None DefragResult(url='mailto:a@b', fragment='')
# expect: ParseResult(scheme='file', netloc='', path='/etc/x', params='', query='', fragment='') SplitResult(scheme='file', netloc='', path='/etc/x', query='', fragment='') file:///etc/x None None None None DefragResult(url='file:///etc/x', fragment='')
# expect: ParseResult(scheme='http', netloc='[::1]:80', path='/', params='', query='', fragment='') SplitResult(scheme='http', netloc='[::1]:80', path='/', query='', fragment='') http://[::1]:80/ ::1 80 None None DefragResult(url='http://[::1]:80/', fragment='')
# expect: ParseResult(scheme='', netloc='', path='p', params='', query='q', fragment='') SplitResult(scheme='', netloc='', path='p', query='q', fragment='') p?q None None None None DefragResult(url='p?q', fragment='')
# expect: ParseResult(scheme='', netloc='', path='', params='', query='', fragment='') SplitResult(scheme='', netloc='', path='', query='', fragment='')  None None None None DefragResult(url='', fragment='')
# expect: ParseResult(scheme='http', netloc='x', path='/y', params='', query='', fragment='') SplitResult(scheme='http', netloc='x', path='/y', query='', fragment='') http://x/y x None None None DefragResult(url='HTTP://x\n/y', fragment='')
# expect: ParseResultBytes(scheme=b'http', netloc=b'a', path=b'/b', params=b'', query=b'c', fragment=b'') SplitResultBytes(scheme=b'http', netloc=b'a', path=b'/b', query=b'c', fragment=b'') b'http://a/b?c' b'a' None None None DefragResultBytes(url=b'http://a/b?c', fragment=b'')
# expect: http://a/b/c/g
# expect: http://a/b/c/g
# expect: http://a/b/c/g/
# expect: http://a/g
# expect: http://g
# expect: http://a/b/c/d;p?y
# expect: http://a/b/c/g?y
# expect: http://a/b/c/d;p?q#s
# expect: http://a/b/c/d;p?q
# expect: http://a/b/
# expect: http://a/g
# expect: http://a/g
# expect: http://a/b/c/g
# expect: http://a/b/c/y
# expect: a%20b/%C3%A9%3F a%2Fb a+b%2Bc a é%zz a b+ %FF/ b'a\xff'
# expect: {'a': ['1', '2']} [('a', '1'), ('b', ''), ('c', '')] a=1&b=x+y%26 a=1&a=2
# expect: ValueError Port could not be cast to integer value as 'x'
# expect: ValueError Port out of range 0-65535
# expect: ValueError Invalid IPv6 URL
# expect: TypeError Cannot mix str and non-str arguments
# expect: ValueError bad query field: 'a'
# expect: TypeError not a valid non-string sequence or mapping object
# expect: ValueError Max number of fields exceeded
