"""Kinds of columns that several tables have."""

from sqlmodel import BigInteger, Integer

CENTS = BigInteger().with_variant(Integer(), "sqlite")
"""An amount: 64 bits in every database (SQLite's integers always have them)."""
