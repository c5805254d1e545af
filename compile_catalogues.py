"""Compiles the message catalogues: for the wheel and an editable install (as a hatchling build hook), or by hand."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # by hand, without the build tool
    BuildHookInterface = object  # type: ignore[assignment,misc]


def compile_all(root: Path) -> list[str]:
    """Compile every ``.po`` below the packages beside itself, and return the compiled files' paths from the root."""
    compiled = []
    for source in sorted(root.glob("*/locale/*/LC_MESSAGES/*.po")):
        with source.open("rb") as file:
            catalogue = read_po(file)
        target = source.with_suffix(".mo")
        with target.open("wb") as file:
            write_mo(file, catalogue)
        compiled.append(target.relative_to(root).as_posix())
    return compiled


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles the catalogues before anything is built, and takes them along."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile and name the results as artifacts."""
        del version
        build_data["artifacts"] += compile_all(Path(self.root))


if __name__ == "__main__":
    print("\n".join(compile_all(Path(__file__).parent)))
