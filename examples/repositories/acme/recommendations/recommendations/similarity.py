from __future__ import annotations

from collections.abc import Mapping

import numpy as np


def cosine(a: np.ndarray, b: np.ndarray) -> float:
    norm = float(np.linalg.norm(a) * np.linalg.norm(b))
    return float(a @ b) / norm if norm else 0.0


def top(sku: str, vectors: Mapping[str, np.ndarray], n: int) -> list[str]:
    """The n products that are most like this one, without itself."""
    mine = vectors[sku]
    others = ((cosine(mine, v), k) for k, v in vectors.items() if k != sku)
    return [k for _, k in sorted(others, reverse=True)[:n]]
