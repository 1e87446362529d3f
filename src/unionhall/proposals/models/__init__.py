"""The records of proposals, one subject a file."""
