import json
import os

import boto3

table = boto3.resource("dynamodb").Table(os.environ["TABLE"])
s3 = boto3.client("s3")


def handler(event, context):
    number = event["pathParameters"]["id"]
    if "Item" not in table.get_item(Key={"id": number}):
        return {"statusCode": 404, "body": json.dumps({"message": "no such invoice"})}
    url = s3.generate_presigned_url(
        "get_object",
        Params={"Bucket": os.environ["BUCKET"], "Key": f"{number}.pdf"},
        ExpiresIn=300,
    )
    return {"statusCode": 302, "headers": {"Location": url}}
