"""Parsers of XML: the module expat."""
