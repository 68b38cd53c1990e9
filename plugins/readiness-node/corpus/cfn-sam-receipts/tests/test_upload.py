from src.upload import handler


def test_created():
    assert handler({}, None)["statusCode"] == 201
