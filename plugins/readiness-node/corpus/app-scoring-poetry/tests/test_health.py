from scoring.main import health


def test_health():
    assert health() == {"status": "ok"}


def test_health_speed(benchmark):
    benchmark(health)
