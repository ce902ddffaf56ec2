"""Webhooks: every change of the workspace told to an address, signed."""
