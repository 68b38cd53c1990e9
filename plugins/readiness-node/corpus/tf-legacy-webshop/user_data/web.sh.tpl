#!/bin/bash -e
yum update -y
yum install -y java-11-amazon-corretto-headless amazon-cloudwatch-agent
aws s3 cp s3://webshop-releases-acme/shop-${app_version}.jar /opt/shop.jar
cat > /etc/shop.properties <<PROPS
db.host=${db_host}
db.password=${db_password}
PROPS
/opt/aws/amazon-cloudwatch-agent/bin/amazon-cloudwatch-agent-ctl -a fetch-config -m ec2 -s
systemctl enable --now shop
