import html
from html.entities import codepoint2name, html5, name2codepoint

print(html.escape("<a href='x'>&\"</a>"), html.escape("\"'", quote=False))
print(html.unescape("&amp;&lt&#65;&#x1F600;&notit;&copy&#128;&#0;&#xD800;&hellip;&acE;&#1;&unknown;&#38 & &;"))
print(len(html5), len(name2codepoint), codepoint2name[233], html5["amp"], name2codepoint["lang"])
# expect: &lt;a href=&#x27;x&#x27;&gt;&amp;&quot;&lt;/a&gt; "'
# expect: &<A😀¬it;©€��…∾̳&unknown;& & &;
# expect: 2231 252 eacute & 9001
