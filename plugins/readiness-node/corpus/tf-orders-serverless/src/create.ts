import { Logger } from '@aws-lambda-powertools/logger';
import { DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';

const logger = new Logger({ serviceName: 'orders' });
const client = new DynamoDBClient({});

export async function handler(event: { body: string }) {
  const order = JSON.parse(event.body);
  logger.info('order created', { id: order.id });
  await client.send(
    new PutItemCommand({
      TableName: process.env.ORDERS_TABLE,
      Item: { pk: { S: order.id } },
    }),
  );
  return { statusCode: 201 };
}
