from pydoc import cli

cli()
