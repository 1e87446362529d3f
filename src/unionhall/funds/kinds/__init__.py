"""What money is for, where it comes from and how it moves."""
