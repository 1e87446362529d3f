"""Run as a process of its own: reads a workbook from standard input, writes its sheets, pickled, to standard output.

A damaged workbook can send the reader into an endless loop or make it ask for all the memory there is (found by
changing bytes of good ones at random). Here that ends this process, by the limits it is given (seconds, megabytes),
and nothing else. It imports nothing of ours, so that it starts quickly.
"""

import pickle
import resource
import sys
from io import BytesIO

from python_calamine import CalamineWorkbook, PasswordError

LOCKED = 3


def main() -> int:
    seconds, megabytes = (int(argument) for argument in sys.argv[1:])
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
    resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20, megabytes * 2**20))
    try:
        with CalamineWorkbook.from_filelike(BytesIO(sys.stdin.buffer.read())) as book:
            sheets = [
                (name, book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in book.sheet_names
            ]
    except PasswordError:
        return LOCKED
    pickle.dump(sheets, sys.stdout.buffer, protocol=pickle.HIGHEST_PROTOCOL)
    return 0


if __name__ == "__main__":
    sys.exit(main())
