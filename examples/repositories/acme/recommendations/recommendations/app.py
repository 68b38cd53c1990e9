from __future__ import annotations

import os

import numpy as np
from fastapi import FastAPI, HTTPException

from recommendations.similarity import top

app = FastAPI(title="recommendations")
vectors: dict[str, np.ndarray] = {}


@app.on_event("startup")
def load() -> None:
    with np.load(os.environ["VECTORS"]) as file:
        vectors.update({sku: file[sku] for sku in file.files})


@app.get("/health")
def health() -> dict[str, int]:
    if not vectors:
        raise HTTPException(503, "no vectors yet")
    return {"products": len(vectors)}


@app.get("/similar/{sku}")
def similar(sku: str, n: int = 8) -> list[str]:
    if sku not in vectors:
        return []
    return top(sku, vectors, min(n, 24))
