text = """first
  second "quoted"
third"""
print(text.split("\n"))
print('''a'b''c''')
print(len("""
"""))
# expect: ['first', '  second "quoted"', 'third']
# expect: a'b''c
# expect: 1
