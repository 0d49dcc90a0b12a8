class Sink:
    """A file that keeps its lines."""

    def __init__(self):
        self.text = ""

    def write(self, text):
        self.text += text

    def lines(self):
        return self.text.splitlines()
