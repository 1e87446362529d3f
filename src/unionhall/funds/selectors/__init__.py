"""What the pages of funds read."""
