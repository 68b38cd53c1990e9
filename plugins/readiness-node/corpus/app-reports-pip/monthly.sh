#!/bin/bash
mysqldump -h mysql01.acme.test -u reports -p"$DB_PASSWORD" reports | gzip > /backup/reports-$(date +%F).sql.gz
python3 /opt/reports/monthly.py
