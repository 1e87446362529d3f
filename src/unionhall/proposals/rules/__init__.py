"""What may be submitted, filed, merged, answered and asked for again, over plain values."""
