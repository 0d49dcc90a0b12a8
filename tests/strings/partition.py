print("key=value=x".partition("="), "key=value=x".rpartition("="), "none".partition("="), "none".rpartition("="))
# expect: ('key', '=', 'value=x') ('key=value', '=', 'x') ('none', '', '') ('', '', 'none')
try:
    "a".partition("")
except Exception as error:
    print(f"{type(error).__name__}: {error}")  # expect: ValueError: empty separator
