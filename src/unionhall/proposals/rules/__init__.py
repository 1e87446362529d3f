"""What may be submitted, filed, merged, replied and asked for again, over plain values."""
