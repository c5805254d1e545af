"""Reads a QR code back from half blocks, as a telephone would from paper (ISO/IEC 18004), by tables and code of its own.

It corrects no errors: what is read is what was printed. Level L, versions 1 to 20, one segment of bytes.
"""

from collections.abc import Callable, Iterator

_BLOCKS = (
    *((1, 19), (1, 34), (1, 55), (1, 80), (1, 108), (2, 136), (2, 156), (2, 194), (2, 232), (4, 274)),
    *((4, 324), (4, 370), (4, 428), (4, 461), (6, 523), (6, 589), (6, 647), (6, 721), (7, 795), (8, 861)),
)
"""For each version at level L: how many blocks there are, and how many bytes of data they hold together."""

_MASKS: tuple[Callable[[int, int], int], ...] = (
    lambda row, column: (row + column) % 2,
    lambda row, column: row % 2,
    lambda row, column: column % 3,
    lambda row, column: (row + column) % 3,
    lambda row, column: (row // 2 + column // 3) % 2,
    lambda row, column: row * column % 2 + row * column % 3,
    lambda row, column: (row * column % 2 + row * column % 3) % 2,
    lambda row, column: ((row + column) % 2 + row * column % 3) % 2,
)
"""A module is turned over where the mask of its place is zero."""

_LEVEL_L, _BYTES = 0b01, 0b0100
_QUIET = 4

Modules = list[list[bool]]


def modules_in(text: str) -> Modules:
    """Return the modules of the code that half blocks show, without the white around it."""
    lines = text.split("\n")
    width = max(map(len, lines))
    rows = [[half in "█" + block for half in line.ljust(width)] for line in lines for block in "▀▄"]
    dark = [at for at, row in enumerate(rows) if any(row)]
    size = dark[-1] - dark[0] + 1
    columns = [at for at in range(width) if any(row[at] for row in rows)]
    assert (dark[0], columns[0]) == (_QUIET, _QUIET)
    assert columns[-1] - columns[0] + 1 == size
    return [row[_QUIET : _QUIET + size] for row in rows[_QUIET : _QUIET + size]]


def read_back(modules: Modules) -> bytes:
    """Return what a code says."""
    version = (len(modules) - 17) // 4
    mask = _mask_of(modules)
    bits = [modules[r][c] ^ (not _MASKS[mask](r, c)) for r, c in _places(version)]
    data = _data(_numbers(bits), version)
    stream = "".join(f"{one:08b}" for one in data)
    counts = 8 if version < 10 else 16
    assert int(stream[:4], 2) == _BYTES
    length = int(stream[4 : 4 + counts], 2)
    begins = 4 + counts
    return bytes(int(stream[at : at + 8], 2) for at in range(begins, begins + 8 * length, 8))


def _mask_of(modules: Modules) -> int:
    first = [*((8, c) for c in (0, 1, 2, 3, 4, 5, 7)), (8, 8), *((r, 8) for r in (7, 5, 4, 3, 2, 1, 0))]
    found = int("".join(str(int(modules[r][c])) for r, c in first), 2) ^ 0b101010000010010
    data = found >> 10
    rest = data << 10
    for bit in range(14, 9, -1):
        rest ^= 0b10100110111 << (bit - 10) if rest >> bit & 1 else 0
    assert (data >> 3, rest) == (_LEVEL_L, found & 0x3FF)
    return data & 0b111


def _places(version: int) -> Iterator[tuple[int, int]]:
    """Return the places of the data, two columns at a time from the right, upwards and downwards in turn."""
    size, taken = 17 + 4 * version, _patterns(version)
    columns = [column for column in range(size - 1, 0, -2) if column > 6] + [5, 3, 1]
    for turn, right in enumerate(columns):
        for row in range(size) if turn % 2 else range(size - 1, -1, -1):
            yield from ((row, column) for column in (right, right - 1) if (row, column) not in taken)


def _patterns(version: int) -> set[tuple[int, int]]:
    """Return the places that hold no data: finders with their borders and the format, timing, alignment, the version."""
    size = 17 + 4 * version
    corners = [(range(9), range(9)), (range(9), range(size - 8, size)), (range(size - 8, size), range(9))]
    taken = {(r, c) for rows, columns in corners for r in rows for c in columns}
    taken |= {(6, at) for at in range(size)} | {(at, 6) for at in range(size)}
    centres = _centres(version)
    for row in centres:
        for column in centres:
            if (row, column) not in {(6, 6), (6, centres[-1]), (centres[-1], 6)}:
                taken |= {(row + r, column + c) for r in range(-2, 3) for c in range(-2, 3)}
    if version >= 7:
        beside = {(r, c) for r in range(6) for c in range(size - 11, size - 8)}
        taken |= beside | {(c, r) for r, c in beside}
    return taken


def _centres(version: int) -> list[int]:
    if version == 1:
        return []
    count = version // 7 + 2
    step = (version * 4 + count * 2 + 1) // (count * 2 - 2) * 2
    return [6, *sorted(version * 4 + 10 - at * step for at in range(count - 1))]


def _numbers(bits: list[bool]) -> list[int]:
    return [sum(bit << (7 - at) for at, bit in enumerate(bits[i : i + 8])) for i in range(0, len(bits) - 7, 8)]


def _data(interleaved: list[int], version: int) -> list[int]:
    """Return the bytes of data, block after block; the longer blocks come last."""
    blocks, total = _BLOCKS[version - 1]
    short, longer = divmod(total, blocks)
    held: list[list[int]] = [[] for _ in range(blocks)]
    lengths = [short] * (blocks - longer) + [short + 1] * longer
    source = iter(interleaved)
    for at in range(short + 1):
        for block, length in zip(held, lengths, strict=True):
            if at < length:
                block.append(next(source))
    return [one for block in held for one in block]
