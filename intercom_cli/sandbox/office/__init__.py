"""The workspace itself: who works in it, when, with what, and its exports."""
