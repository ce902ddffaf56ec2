"""Speak HTTP to Intercom: requests, retries, pacing, pages and refusals."""
