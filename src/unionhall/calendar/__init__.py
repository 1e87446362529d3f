"""Working days with the official days off and make-up days, deadlines counted on them, and the lunar festivals."""
