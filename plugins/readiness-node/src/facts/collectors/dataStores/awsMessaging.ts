import { AttributeReader, collectReferences, getText } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { QueueFact, SettingFact, TopicFact } from '../../types/dataStores';
import {
  anyOf,
  byDefault,
  derive,
  heldBy,
  isGiven,
  known,
  own,
} from './settings';

const QUEUE_NOTE = 'SQS encrypts new queues by itself (SSE-SQS)';

/** SQS queues. */
export function readQueues(resources: ResourceIndex): readonly QueueFact[] {
  return resources.ofType('aws_sqs_queue', 'AWS::SQS::Queue').map(resource => {
    const deadLetters = readDeadLetters(resource, resources);
    return {
      ...toSubjectFact(resource),
      encryptedAtRest: readQueueEncryption(resource),
      ...(deadLetters && { deadLetters }),
    };
  });
}

function readQueueEncryption(resource: Resource): SettingFact {
  const reader = AttributeReader.of(resource);
  const isTerraform = resource.language === 'terraform';
  const key = isGiven(
    reader,
    isTerraform ? 'kms_master_key_id' : 'KmsMasterKeyId',
  );
  const managed = reader.boolean(
    isTerraform ? 'sqs_managed_sse_enabled' : 'SqsManagedSseEnabled',
    { default: true },
  );
  if (key.state === 'absent' && managed.state === 'absent')
    return own(managed, QUEUE_NOTE);
  return own(managed.state === 'absent' ? key : anyOf(key, managed));
}

/** Nothing for a queue that itself takes the dead letters of others. */
function readDeadLetters(
  resource: Resource,
  resources: ResourceIndex,
): SettingFact | undefined {
  const [companion] = resources.companions(
    resource,
    ['aws_sqs_queue_redrive_policy'],
    'queue_url',
  );
  if (companion !== undefined)
    return heldBy(
      companion,
      known(true, 'redrive_policy', companion.location, 'set'),
    );
  const name =
    resource.language === 'terraform' ? 'redrive_policy' : 'RedrivePolicy';
  const policy = isGiven(AttributeReader.of(resource), name);
  if (policy.state === 'absent' && isDeadLetterQueue(resource, resources))
    return undefined;
  return own(policy);
}

function isDeadLetterQueue(
  resource: Resource,
  resources: ResourceIndex,
): boolean {
  if (
    /dlq|dead|redrive|undeliver/i.test(
      `${resource.name} ${
        getText(AttributeReader.of(resource).get('name')) ?? ''
      }`,
    )
  )
    return true;
  const takers = resources.ofType(
    'aws_sqs_queue',
    'AWS::SQS::Queue',
    'aws_sqs_queue_redrive_policy',
    'aws_lambda_function',
    'AWS::Lambda::Function',
    'AWS::Serverless::Function',
    'aws_sns_topic_subscription',
    'AWS::SNS::Subscription',
    'aws_lambda_function_event_invoke_config',
    'aws_cloudwatch_event_target',
    'AWS::Events::Rule',
  );
  return takers.some(taker => {
    if (taker.scope !== resource.scope || taker.address === resource.address)
      return false;
    const names = [
      'redrive_policy',
      'RedrivePolicy',
      'dead_letter_config',
      'DeadLetterConfig',
      'DeadLetterQueue',
      'destination_config',
    ];
    return names.some(name => {
      const value = AttributeReader.of(taker).get(name);
      return (
        value !== undefined &&
        collectReferences(value).includes(resource.address)
      );
    });
  });
}

/** SNS topics, Kinesis streams and delivery streams. */
export function readTopics(resources: ResourceIndex): readonly TopicFact[] {
  return [
    ...resources
      .ofType('aws_sns_topic')
      .map(resource => readTopic(resource, 'kms_master_key_id')),
    ...resources
      .ofType('AWS::SNS::Topic')
      .map(resource => readTopic(resource, 'KmsMasterKeyId')),
    ...resources
      .ofType('aws_kinesis_stream', 'AWS::Kinesis::Stream')
      .map(readStream),
    ...resources
      .ofType('aws_kinesis_firehose_delivery_stream')
      .map(resource => ({
        ...toSubjectFact(resource),
        encryptedAtRest: own(
          AttributeReader.of(resource).boolean(
            'server_side_encryption.enabled',
            { default: false },
          ),
        ),
      })),
    ...resources.ofType('aws_msk_cluster', 'AWS::MSK::Cluster').map(readKafka),
  ];
}

function readTopic(resource: Resource, name: string): TopicFact {
  return {
    ...toSubjectFact(resource),
    encryptedAtRest: own(isGiven(AttributeReader.of(resource), name)),
  };
}

function readStream(resource: Resource): TopicFact {
  const reader = AttributeReader.of(resource);
  const name =
    resource.language === 'terraform'
      ? 'encryption_type'
      : 'StreamEncryption.EncryptionType';
  return {
    ...toSubjectFact(resource),
    encryptedAtRest: own(
      derive(reader.text(name, { default: 'NONE' }), type => type === 'KMS'),
    ),
  };
}

function readKafka(resource: Resource): TopicFact {
  const reader = AttributeReader.of(resource);
  const isTerraform = resource.language === 'terraform';
  const transit = reader.text(
    isTerraform
      ? 'encryption_info.encryption_in_transit.client_broker'
      : 'EncryptionInfo.EncryptionInTransit.ClientBroker',
    { default: 'TLS' },
  );
  return {
    ...toSubjectFact(resource),
    encryptedAtRest: byDefault(
      resource,
      isTerraform ? 'encryption_info' : 'EncryptionInfo',
      'MSK always encrypts',
    ),
    encryptedInTransit: own(derive(transit, mode => mode === 'TLS')),
  };
}
