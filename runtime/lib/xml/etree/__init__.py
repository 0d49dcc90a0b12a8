"""XML as trees of elements: the modules ElementTree, ElementPath, ElementInclude."""
