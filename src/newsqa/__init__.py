"""Give a newsroom its own archive back, word for word."""

__version__ = "0.1.0"
