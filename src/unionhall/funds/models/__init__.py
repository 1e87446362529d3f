"""The records of funds, one subject a file."""
