from __future__ import annotations

import pytest

from tools.licences import FREE, WEAK, acceptable


@pytest.mark.parametrize(
    ("expression", "good"),
    [
        ("MIT", True),
        ("Apache-2.0 AND Python-2.0", True),
        ("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later", True),
        ("(GPL-3.0-only OR MIT) AND BSD-3-Clause", True),
        ("Apache-2.0 WITH LLVM-exception", True),
        ("GPL-3.0-only", False),
        ("AGPL-3.0-or-later", False),
        ("MIT AND GPL-2.0-only", False),
        ("LGPL-3.0-only", False),
        ("GPL-2.0-only WITH Classpath-exception-2.0", False),
        ("unknown", False),
        ("MIT AND", False),
        ("(MIT", False),
        ("Proprietary License", False),
        ("", False),
    ],
)
def test_acceptable(expression: str, good: bool) -> None:
    assert acceptable(expression, FREE) is good


def test_only_an_extra_may_bring_lgpl() -> None:
    assert acceptable("LGPL-3.0-or-later", FREE | WEAK)
    assert not acceptable("LGPL-3.0-or-later", FREE)
    assert not acceptable("GPL-3.0-or-later", FREE | WEAK)
