"""What funds can count."""
