from django.db import models


class Seat(models.Model):
    row = models.CharField(max_length=3)
    number = models.PositiveIntegerField()
