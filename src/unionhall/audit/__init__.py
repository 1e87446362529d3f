"""Who did what to which record, before, after, why: one event per change, in the same transaction, chained by blocks."""
