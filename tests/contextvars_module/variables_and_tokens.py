# ContextVar, Token, Context: values, defaults, resets and what may not be done with them.
import contextvars
import re

Token = contextvars.Token


def shown(text):
    return re.sub(r'0x[0-9a-f]+', 'X', str(text))


var = contextvars.ContextVar('var', default=1)
bare = contextvars.ContextVar('bare')
print(var.name, var.get(), bare.get('given'), shown(var), shown(bare))
try:
    bare.get()
except LookupError as e:
    print(shown(repr(e)))
token = var.set(2)
print(var.get(), token.var is var, token.old_value is Token.MISSING, repr(Token.MISSING), shown(token))
second = var.set(3)
print(second.old_value)
var.reset(second)
print(var.get())
var.reset(token)
print(var.get(), shown(token))
for action in (lambda: var.reset(token), lambda: bare.reset(var.set(1)), lambda: var.reset(5),
               lambda: contextvars.ContextVar(5), lambda: contextvars.ContextVar(), Token, lambda: contextvars.Context(1)):
    try:
        action()
    except (RuntimeError, ValueError, TypeError) as e:
        print(type(e).__name__, shown(e))
context = contextvars.copy_context()
token = context.run(var.set, 9)
try:
    var.reset(token)
except ValueError as e:
    print(shown(e))
print(context[var], var.get(), contextvars.ContextVar[int], Token[int])
# expect: var 1 given <ContextVar name='var' default=1 at X> <ContextVar name='bare' at X>
# expect: LookupError(<ContextVar name='bare' at X>)
# expect: 2 True True <Token.MISSING> <Token var=<ContextVar name='var' default=1 at X> at X>
# expect: 2
# expect: 2
# expect: 1 <Token used var=<ContextVar name='var' default=1 at X> at X>
# expect: RuntimeError <Token used var=<ContextVar name='var' default=1 at X> at X> has already been used once
# expect: ValueError <Token var=<ContextVar name='var' default=1 at X> at X> was created by a different ContextVar
# expect: TypeError expected an instance of Token, got 5
# expect: TypeError context variable name must be a str
# expect: TypeError ContextVar() takes exactly 1 positional argument (0 given)
# expect: RuntimeError Tokens can only be created by ContextVars
# expect: TypeError Context() does not accept any arguments
# expect: <Token var=<ContextVar name='var' default=1 at X> at X> was created in a different Context
# expect: 9 1 _contextvars.ContextVar[int] _contextvars.Token[int]
