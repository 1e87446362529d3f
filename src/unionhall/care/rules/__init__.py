"""Arithmetic and eligibility of care over plain values."""
