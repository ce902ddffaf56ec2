"""Make the scripts with which shells complete command lines, without starting this program."""
