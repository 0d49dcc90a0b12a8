import secrets

print(len(secrets.token_bytes()), len(secrets.token_bytes(5)))
print(len(secrets.token_hex(5)), len(secrets.token_urlsafe(16)))
print(secrets.randbelow(1), secrets.choice([3]), secrets.randbits(8) < 256, secrets.token_hex() != secrets.token_hex())
try:
    secrets.randbelow(0)
except ValueError as error:
    print(error)
# expect: 32 5
# expect: 10 22
# expect: 0 3 True True
# expect: Upper bound must be positive.
