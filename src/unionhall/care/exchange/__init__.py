"""Lists that come in as workbooks."""
