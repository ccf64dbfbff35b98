"""`python -m extract`: the command line, where the `doisoat` script is not on the path."""

from extract.cli import main

main()
