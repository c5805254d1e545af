"""Every parameter of the rule profiles changes an outcome, and a test shows it."""

import importlib
import pkgutil

import tests.governance.checking as here
from governance.profiles import PARAMETERS
from tests.governance.checking.parameters import SHOWN


def test_every_parameter_is_shown() -> None:
    for module in pkgutil.iter_modules(here.__path__):
        if module.name.startswith("test_"):
            importlib.import_module(f"{here.__name__}.{module.name}")
    assert set(SHOWN) == set(PARAMETERS)
