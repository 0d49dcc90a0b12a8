def f(action):
    log = []
    try:
        log.append("try")
        action()
    except ValueError as error:
        log.append(f"value {error}")
    except (KeyError, IndexError) as error:
        log.append(type(error).__name__)
    except ArithmeticError:
        log.append("arithmetic")
    except:
        log.append("bare")
    else:
        log.append("else")
    finally:
        log.append("finally")
    return log
def bad(error):
    raise error
print(f(lambda: None), f(lambda: bad(ValueError("v"))), f(lambda: {}["k"]), f(lambda: [][0]))
# expect: ['try', 'else', 'finally'] ['try', 'value v', 'finally'] ['try', 'KeyError', 'finally'] ['try', 'IndexError', 'finally']
print(f(lambda: 1 / 0), f(lambda: bad(KeyboardInterrupt())))
# expect: ['try', 'arithmetic', 'finally'] ['try', 'bare', 'finally']
