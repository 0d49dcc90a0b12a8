"""WSGI (PEP 3333): util, headers, handlers, simple_server, validate, types."""
