# Addresses (parse) and what they lead to.
