"""Running a program as one who may not write everything, also where the tests run as root."""

import os
import shutil

import pytest

_EVERYTHING = "-dac_override,-dac_read_search"


def without_rights_to_everything() -> list[str]:
    """Return what to put before a command; the test is skipped where root's rights cannot be laid down."""
    if os.getuid() != 0:
        return []
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("the tests run as root, who may write everything, and there is no setpriv to lay that down")
    return [setpriv, f"--inh-caps={_EVERYTHING}", f"--bounding-set={_EVERYTHING}"]
