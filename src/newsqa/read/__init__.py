"""Bytes in, articles out: one module a format."""
