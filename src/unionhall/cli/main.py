"""The `unionhall` command: every command takes `--data DIR` or UNIONHALL_DATA, and ends with 0 only when done."""
import argparse
import os
import sys


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="unionhall")
    parser.add_argument("--data")
    parser.parse_args(argv)
    return 0


if __name__ == "__main__":
    sys.exit(main())
