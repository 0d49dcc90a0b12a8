def parse(text):
    tokens = text.replace("(", " ( ").replace(")", " ) ").split()
    def read():
        token = tokens.pop(0)
        if token == "(":
            out = []
            while tokens[0] != ")": out.append(read())
            tokens.pop(0)
            return out
        try: return int(token)
        except ValueError: return token
    return read()
class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer
    def find(self, name):
        if name in self: return self
        if self.outer is None: raise NameError(name)
        return self.outer.find(name)
def evaluate(x, env):
    while True:
        if isinstance(x, str): return env.find(x)[x]
        if not isinstance(x, list): return x
        match x:
            case ["quote", value]: return value
            case ["if", test, yes, no]: x = yes if evaluate(test, env) else no
            case ["define", name, value]:
                env[name] = evaluate(value, env)
                return None
            case ["lambda", names, body]: return lambda *args: evaluate(body, Env(names, args, env))
            case ["let", [[name, value]], body]:
                env = Env([name], [evaluate(value, env)], env)
                x = body
            case [head, *rest]:
                return evaluate(head, env)(*[evaluate(r, env) for r in rest])
base = Env(["+", "-", "*", "<", "=", "list", "car", "cdr", "cons", "null"], [lambda *a: sum(a), lambda a,
        b: a - b, lambda a, b: a * b, lambda a, b: a < b, lambda a, b: a == b, lambda *a: list(a),
        lambda l: l[0], lambda l: l[1:], lambda a, l: [a] + l, lambda l: not l])
for text in ("(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1))))))", "(fact 20)",
        "(define map (lambda (f l) (if (null l) (quote ()) (cons (f (car l)) (map f (cdr l))))))",
        "(map (lambda (x) (* x x)) (list 1 2 3))", "(let ((x 5)) (+ x x))",
        "((lambda (f) (f (f 3))) (lambda (x) (+ x 1)))", "(quote (a (b c)))"):
    result = evaluate(parse(text), base)
    if result is not None: print(result)
# expect: 2432902008176640000
# expect: [1, 4, 9]
# expect: 10
# expect: 5
# expect: ['a', ['b', 'c']]
try:
    evaluate(parse("(nope 1)"), base)
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: NameError: nope
