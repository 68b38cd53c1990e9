#!/bin/bash
curl -sSL https://get.example.com/runtime.sh | sudo bash
yum install -y python3-3.7.16 jq
pip3 install boto3
nohup python3 /opt/worker.py > /var/log/worker.log &
