import logging
import os

from flask import Flask

logging.basicConfig(filename="/var/log/reports/app.log")
app = Flask(__name__)
DB = os.getenv("DB", "mysql://reports:Fin4nce!Rep0rts@mysql01.acme.test/reports")


@app.route("/")
def index():
    return "reports"
