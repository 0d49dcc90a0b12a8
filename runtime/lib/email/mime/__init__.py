"""Messages of a MIME type, made by a class for each."""
