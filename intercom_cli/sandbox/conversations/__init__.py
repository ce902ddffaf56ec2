"""Conversations, and all that is said: messages, calls, macros, Fin."""
