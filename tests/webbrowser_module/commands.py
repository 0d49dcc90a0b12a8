# webbrowser: what commands are run for an address, in which order browsers are tried, what is refused.
import subprocess
import webbrowser

ran = []


class Popen:
    def __init__(self, command, **options):
        ran.append(command)

    def poll(self):
        return None

    def wait(self, timeout=None):
        return 0


subprocess.Popen = Popen
webbrowser._tryorder = []
chrome = webbrowser.Chrome("google-chrome")
for new in range(3):
    print(chrome.open("http://a/", new), ran.pop())
# expect: True ['google-chrome', 'http://a/']
# expect: True ['google-chrome', '--new-window', 'http://a/']
# expect: True ['google-chrome', 'http://a/']
print(webbrowser.Mozilla("firefox").open_new_tab("http://a/"), ran.pop())
# expect: True ['firefox', '-new-tab', 'http://a/']
print(webbrowser.Elinks("elinks").open("http://a/", 2), ran.pop())
# expect: True ['elinks', '-remote', 'openURL(http://a/,new-tab)']
print(webbrowser.get("show --url %s").open("http://a/"), ran.pop())  # expect: True ['show', '--url', 'http://a/']
background = webbrowser.get("show %s &")
print(type(background).__name__, background.open("http://a/"), ran.pop())
# expect: BackgroundBrowser True ['show', 'http://a/']


class Mine(webbrowser.BaseBrowser):
    def open(self, url, new=0, autoraise=True):
        print("mine", url, new)
        return True


webbrowser.register("mine", Mine)
webbrowser.register("first", None, background, preferred=True)
print(webbrowser._tryorder, type(webbrowser.get("MINE")).__name__)  # expect: ['first', 'mine'] Mine
print(webbrowser.open("http://b/"), ran.pop())  # expect: True ['show', 'http://b/']
webbrowser._tryorder.remove("first")
print(webbrowser.open_new("http://b/"))
# expect: mine http://b/ 1
# expect: True
for wrong in lambda: webbrowser.get("nosuchbrowser"), lambda: chrome.open("a", 5):
    try:
        wrong()
    except webbrowser.Error as error:
        print(type(error).__name__, error)
# expect: Error could not locate runnable browser
# expect: Error Bad 'new' parameter to open(); expected 0, 1, or 2, got 5
