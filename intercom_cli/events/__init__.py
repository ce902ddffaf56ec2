"""Notifications of Intercom: receive, verify, record, forward, send."""
