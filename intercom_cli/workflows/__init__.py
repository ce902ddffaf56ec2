"""Workflow files: read, check, plan, run, and go on with what was interrupted."""
