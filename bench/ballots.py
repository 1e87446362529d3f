"""A million random votes held against the slow model: `python -m bench.ballots [cases] [seed]`."""

import random
import sys
import time

from tests.ballots.cases import agree


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().randrange(2**32)
    chance, began = random.Random(seed), time.perf_counter()
    for _case in range(count):
        agree(chance)
    print(f"{count:,} random votes agree with the slow model (seed {seed}, {time.perf_counter() - began:.0f} s)")


if __name__ == "__main__":
    main()
