"""Who did what to which record, before, after, why: one event per change, in its transaction, chained by blocks."""
