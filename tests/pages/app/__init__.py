"""A small module of the tests' own: things lent from a tool room, with a flow and pages."""
