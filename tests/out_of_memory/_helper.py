class Thing:
    def __init__(self, name):
        self.name = name


def combine(*things):
    return [thing.name for thing in things]
