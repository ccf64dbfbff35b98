"""`python -m extract.cli`: the same as `doisoat`."""

from extract.cli import main

main()
