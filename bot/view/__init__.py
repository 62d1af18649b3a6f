"""Answers and articles as Telegram HTML and keyboards: the only markup there is."""
