"""What the lists of funds can be narrowed by."""
