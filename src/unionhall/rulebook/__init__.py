"""Values that law, province or the union's own decision sets: dated, sourced, and marked where not yet checked."""
