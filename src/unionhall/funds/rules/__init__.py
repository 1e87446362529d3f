"""What holds of money, over plain values."""
