"""Contacts, companies, visitors, and what is written down about them."""
