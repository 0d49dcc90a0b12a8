# What a robots.txt allows.
import urllib.robotparser

parser = urllib.robotparser.RobotFileParser()
parser.parse("""User-agent: *
Crawl-delay: 3
Request-rate: 1/5
Disallow: /private/
Allow: /

User-agent: bad
Disallow: /
Sitemap: http://x/map.xml""".splitlines())
for agent, path in (("good", "/"), ("good", "/private/x"), ("bad/1.0", "/"), ("good", "http://x/private/")):
    print(agent, path, parser.can_fetch(agent, path))
print(parser.crawl_delay("good"), parser.request_rate("good"), parser.site_maps(), parser.crawl_delay("bad"))
print(parser)
# expect: good / True
# expect: good /private/x False
# expect: bad/1.0 / False
# expect: good http://x/private/ False
# expect: 3 RequestRate(requests=1, seconds=5) ['http://x/map.xml'] None
# expect: User-agent: bad
# expect: Disallow: /
# expect:
# expect: User-agent: *
# expect: Crawl-delay: 3
# expect: Request-rate: 1/5
# expect: Disallow: /private/
# expect: Allow: /
