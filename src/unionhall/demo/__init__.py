"""The demo unions: what every module's `seed.py` is given to build its part with."""
