"""An interpreter for a small tape language with eight instructions."""

PROGRAM = """
++++++++[>++++[>++>+++>+++>+<<<<-]>+>+>->>+[<]<-]>>.>---.+++++++..+++.>>.<-.<.+++.------.--------.>>+.>++.
"""
COUNTDOWN = "++++++++[>++++++++[>++++++++[>++++++[>+<-]<-]<-]<-]>>>>[-]"
ROUNDS = 60


def find_jumps(program):
    jumps, waiting = {}, []
    for place, instruction in enumerate(program):
        if instruction == "[":
            waiting.append(place)
        elif instruction == "]":
            start = waiting.pop()
            jumps[start], jumps[place] = place, start
    return jumps


def run(program):
    program = [instruction for instruction in program if instruction in "+-<>[]."]
    jumps = find_jumps(program)
    tape, cell, place, steps, output = [0] * 100, 0, 0, 0, []
    while place < len(program):
        instruction = program[place]
        if instruction == ">":
            cell += 1
        elif instruction == "<":
            cell -= 1
        elif instruction == "+":
            tape[cell] = (tape[cell] + 1) % 256
        elif instruction == "-":
            tape[cell] = (tape[cell] - 1) % 256
        elif instruction == "[":
            if not tape[cell]:
                place = jumps[place]
        elif instruction == "]":
            if tape[cell]:
                place = jumps[place]
        else:
            output.append(chr(tape[cell]))
        place += 1
        steps += 1
    return "".join(output), steps


def main():
    steps = 0
    for _ in range(ROUNDS):
        text, count = run(PROGRAM)
        steps += count + run(COUNTDOWN * 8)[1]
    return text.strip(), steps


result = main()
if result != ("Hello World!", 10586520):
    raise SystemExit("wrong answer")
print("tape_machine", *result)
