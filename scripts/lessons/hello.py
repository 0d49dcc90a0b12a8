"""The first script: it says hello and which Python this is."""

import sys

name = sys.argv[1] if len(sys.argv) > 1 else "world"
print(f"Hello, {name}!")
print(f"This is Python {sys.version_info.major}.{sys.version_info.minor} as {sys.implementation.name} runs it.")
