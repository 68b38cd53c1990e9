import { AttributeReader } from '../../readValue';
import type { Resource } from '../../resource';
import type { ResourceIndex } from '../../resourceIndex';
import { toSubjectFact } from '../../subject';
import type { FunctionLimitFact, SettingFact } from '../../types/dataStores';
import { absent, anyOf, derive, heldBy, isGiven, own } from './settings';

interface FunctionNames {
  readonly concurrency: string;
  readonly deadLetters: readonly string[];
}

const FUNCTIONS: Readonly<Record<string, FunctionNames>> = {
  aws_lambda_function: {
    concurrency: 'reserved_concurrent_executions',
    deadLetters: ['dead_letter_config'],
  },
  'AWS::Lambda::Function': {
    concurrency: 'ReservedConcurrentExecutions',
    deadLetters: ['DeadLetterConfig'],
  },
  'AWS::Serverless::Function': {
    concurrency: 'ReservedConcurrentExecutions',
    deadLetters: [
      'DeadLetterQueue',
      'EventInvokeConfig.DestinationConfig.OnFailure',
    ],
  },
  'serverless.function': {
    concurrency: 'reservedConcurrency',
    deadLetters: ['onError', 'destinations.onFailure'],
  },
};

/** Functions: how far load may go, and what becomes of failed events. */
export function readFunctionLimits(
  resources: ResourceIndex,
): readonly FunctionLimitFact[] {
  return Object.entries(FUNCTIONS).flatMap(([type, names]) =>
    resources.ofType(type).map(resource => {
      const reader = AttributeReader.of(resource);
      const limit = derive(
        reader.number(names.concurrency, { default: -1 }),
        count => count >= 0,
      );
      return {
        ...toSubjectFact(resource),
        concurrencyLimit: own(limit),
        deadLetters: readFailureTarget(resource, names, resources),
      };
    }),
  );
}

function readFailureTarget(
  resource: Resource,
  names: FunctionNames,
  resources: ResourceIndex,
): SettingFact {
  const reader = AttributeReader.of(resource);
  const [config] = [
    ...resources.companions(
      resource,
      ['aws_lambda_function_event_invoke_config'],
      'function_name',
      'function_name',
    ),
    ...resources.companions(
      resource,
      ['AWS::Lambda::EventInvokeConfig'],
      'FunctionName',
    ),
  ];
  const path =
    config?.language === 'terraform'
      ? 'destination_config.on_failure'
      : 'DestinationConfig.OnFailure';
  if (config !== undefined && AttributeReader.of(config).has(path)) {
    return heldBy(config, isGiven(AttributeReader.of(config), path));
  }
  const [first, ...others] = names.deadLetters.map(name =>
    isGiven(reader, name),
  );
  return own(
    first === undefined
      ? absent('dead letters', resource.location, false)
      : anyOf(first, ...others),
  );
}
