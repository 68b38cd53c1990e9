import numpy as np

from recommendations.similarity import cosine, top

VECTORS = {
    "tent": np.array([1.0, 0.0]),
    "tarp": np.array([0.9, 0.1]),
    "kettle": np.array([0.0, 1.0]),
    "new": np.array([0.0, 0.0]),
}


def test_nearest_first_and_never_itself():
    assert top("tent", VECTORS, 2) == ["tarp", "kettle"]


def test_a_product_without_sales_is_like_nothing():
    assert cosine(VECTORS["new"], VECTORS["tent"]) == 0.0
