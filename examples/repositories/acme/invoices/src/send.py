import os

import boto3

ses = boto3.client("ses")


def handler(event, context):
    for record in event["Records"]:
        key = record["s3"]["object"]["key"]
        print("sending", key)
        ses.send_templated_email(
            Source=os.environ["MAIL_FROM"],
            Destination={"ToAddresses": [record["s3"]["object"].get("owner", "")]},
            Template="invoice",
            TemplateData="{}",
        )
