"""What the verbs of funds ask, one subject a file."""
