"""The archive on disk, behind a protocol in which no SQL shows."""
