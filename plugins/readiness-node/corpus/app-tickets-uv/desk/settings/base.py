import os

SECRET_KEY = os.environ["SECRET_KEY"]
DEBUG = False
INSTALLED_APPS = ["django_prometheus", "desk.seats"]
DATABASES = {"default": {"ENGINE": "django_prometheus.db.backends.postgresql"}}
CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": os.environ.get("CACHE_URL")}}
