"""Tickets, their types and their states."""
