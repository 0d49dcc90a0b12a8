# HtmlDiff: a table with numbers, marks and links; wrapped lines; diff_bytes.
import difflib
import hashlib

old = ['one\n', 'two\tx\n', 'three and some more text\n', 'f&ur\n']
new = ['one\n', 'tw0  x\n', 'three and more text\n', 'five\n', 'six<\n']
rows = difflib.HtmlDiff().make_table(old, new, 'from', 'to').splitlines()
print(rows[7].strip()[:60])
for row in rows[8:10]:
    print(row.strip())
wrapped = difflib.HtmlDiff(wrapcolumn=10, tabsize=4).make_table(old, new, context=True, numlines=1)
print(wrapped.count('<tr>'), wrapped.count('&nbsp;'), '>></td>' in wrapped)
print('No Differences Found' in difflib.HtmlDiff().make_table(old, old, context=True))
page = difflib.HtmlDiff().make_file(old, new, charset='ascii')
print(page.count('charset=ascii'), page.count('Legends'))
for line in difflib.diff_bytes(difflib.unified_diff, [b'a\xff\n'], [b'a\xfe\n'], b'x', b'y'):
    print(line)
for wrong in (lambda: list(difflib.unified_diff([b'a'], ['b'])), lambda: list(difflib.unified_diff(['a'], ['b'], 1)),
              lambda: list(difflib.diff_bytes(difflib.unified_diff, ['a'], [b'b']))):
    try:
        wrong()
    except TypeError as error:
        print(error)

# expect: <tr><td class="diff_next" id="difflib_chg_to0__0"><a href="#
# expect: <tr><td class="diff_next"><a href="#difflib_chg_to0__top">t</a></td><td class="diff_header" id="from0_2">2</td><td nowrap="nowrap"><span class="diff_sub">two&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;x</span></td><td class="diff_next"><a href="#difflib_chg_to0__top">t</a></td><td class="diff_header" id="to0_2">2</td><td nowrap="nowrap"><span class="diff_add">tw0&nbsp;&nbsp;x</span></td></tr>
# expect: <tr><td class="diff_next"></td><td class="diff_header" id="from0_3">3</td><td nowrap="nowrap">three&nbsp;and<span class="diff_sub">&nbsp;some</span>&nbsp;more&nbsp;text</td><td class="diff_next"></td><td class="diff_header" id="to0_3">3</td><td nowrap="nowrap">three&nbsp;and&nbsp;more&nbsp;text</td></tr>
# expect: 7 11 True
# expect: True
# expect: 1 2
# expect: b'--- x\n'
# expect: b'+++ y\n'
# expect: b'@@ -1 +1 @@\n'
# expect: b'-a\xff\n'
# expect: b'+a\xfe\n'
# expect: lines to compare must be str, not bytes (b'a')
# expect: all arguments must be str, not: 1
# expect: all arguments must be bytes, not str ('a')
