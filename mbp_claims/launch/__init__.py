"""From a checkout to an answering address: the schema, the built pages, the server."""
