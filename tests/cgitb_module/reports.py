# cgitb: the text and the page tell the exception, the frames, their lines and variables.
import warnings
warnings.simplefilter("ignore", DeprecationWarning)
import cgitb
import io
import sys


class Point:
    def __init__(self):
        self.x = 41


def divide(number, point):
    return number / (point.x - 41 * len("a"))


try:
    divide(1, Point())
except ZeroDivisionError:
    info = sys.exc_info()
text = cgitb.text(info)
print(*(line in text for line in ("ZeroDivisionError\n", "A problem occurred in a Python script.", " in divide(number=1, point=<__main__.Point",
             "   15     return number / (point.x - 41 * len(\"a\"))\n", "\npoint.x = 41\n", "\nnumber = 1\n",
             "ZeroDivisionError: division by zero\n", "Traceback (most recent call last):")))
# expect: True True True True True True True True
page = cgitb.html(info)
print(*(part in page for part in ("<strong>divide</strong>(number=1, ", "<strong>number</strong>&nbsp;= 1", "division by zero",
             "<em>builtin</em> <strong>len</strong>&nbsp;= &lt;built-in function len&gt;")))
# expect: True True True True
out = io.StringIO()
cgitb.Hook(file=out, format="text", display=0)(*info)
print(out.getvalue(), end="")  # expect: <p>A problem occurred in a Python script.
print(cgitb.small("s"), cgitb.strong("a"), cgitb.grey("b"))
# expect: <small>s</small> <strong>a</strong> <font color="#909090">b</font>
print([(name, where) for name, where, value in
       cgitb.scanvars(io.StringIO("a.real + len(b) + c\n").readline, sys._getframe(), {"a": 1})])
# expect: [('a', 'local'), ('a.real', 'a.'), ('len', 'builtin'), ('b', None), ('c', None)]
