"""XML-RPC: client and server."""
