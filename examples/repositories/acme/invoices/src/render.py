import os

import boto3
from aws_lambda_powertools import Logger
from aws_lambda_powertools.utilities.batch import (
    BatchProcessor,
    EventType,
    process_partial_response,
)

from invoice import Invoice, to_pdf

logger = Logger()
processor = BatchProcessor(event_type=EventType.SQS)
table = boto3.resource("dynamodb").Table(os.environ["TABLE"])
bucket = boto3.resource("s3").Bucket(os.environ["BUCKET"])


def record_handler(record):
    invoice = Invoice.from_order(record.json_body)
    # A second delivery of the same order finds the item and stops here.
    if "Item" in table.get_item(Key={"id": invoice.number}):
        logger.info("already rendered", extra={"invoice": invoice.number})
        return
    bucket.put_object(Key=f"{invoice.number}.pdf", Body=to_pdf(invoice))
    table.put_item(Item=invoice.as_item())


@logger.inject_lambda_context
def handler(event, context):
    return process_partial_response(event, record_handler, processor, context)
