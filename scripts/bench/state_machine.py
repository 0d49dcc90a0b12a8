"""A virtual machine for a small stack language: dispatch by dictionary of methods, match and tuples."""

LIMIT = 180_000


class Machine:
    def __init__(self, program):
        self.program = program
        self.stack = []
        self.variables = {}
        self.place = 0
        self.handlers = {name[3:]: getattr(self, name) for name in dir(self) if name.startswith("do_")}

    def do_push(self, value):
        self.stack.append(value)

    def do_load(self, name):
        self.stack.append(self.variables[name])

    def do_store(self, name):
        self.variables[name] = self.stack.pop()

    def do_binary(self, operator):
        right, left = self.stack.pop(), self.stack.pop()
        match operator:
            case "+":
                self.stack.append(left + right)
            case "%":
                self.stack.append(left % right)
            case "*":
                self.stack.append(left * right)
            case "<":
                self.stack.append(left < right)

    def do_jump(self, place):
        self.place = place

    def do_jump_unless(self, place):
        if not self.stack.pop():
            self.place = place

    def run(self):
        steps = 0
        while self.place < len(self.program):
            name, argument = self.program[self.place]
            self.place += 1
            self.handlers[name](argument)
            steps += 1
        return steps


def main():
    program = [
        ("push", 0), ("store", "i"), ("push", 1), ("store", "x"),
        ("load", "i"), ("push", LIMIT), ("binary", "<"), ("jump_unless", 20),
        ("load", "x"), ("push", 3), ("binary", "*"), ("load", "i"), ("binary", "+"),
        ("push", 1009), ("binary", "%"), ("store", "x"),
        ("load", "i"), ("push", 1), ("binary", "+"), ("jump", 21),
        ("jump", 23), ("store", "i"), ("jump", 4),
    ]
    machine = Machine(program)
    steps = machine.run()
    return machine.variables["x"], steps


result = main()
if result[1] != LIMIT * 18 + 9 or result[0] != 844:
    raise SystemExit("wrong answer")
print("state_machine", *result)
