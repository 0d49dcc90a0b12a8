text = """first
  second "quoted"
third"""
print(text.split("\n"))  # expect: ['first', '  second "quoted"', 'third']
print('''a'b''c''')  # expect: a'b''c
print(len("""
"""))
# expect: 1
