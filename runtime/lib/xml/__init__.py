"""XML: dom, parsers, sax, etree."""

__all__ = ['dom', 'parsers', 'sax', 'etree']
