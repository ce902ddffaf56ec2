"""The data set a workspace begins with."""
