import type { HostProtectionFact } from '../../facts/types/identity';

const METADATA = ['CKV_AWS_79'];
const FIREWALLS: Readonly<Record<string, readonly string[] | undefined>> = {
  aws_lb: ['CKV2_AWS_28'],
  aws_alb: ['CKV2_AWS_28'],
  aws_api_gateway_stage: ['CKV2_AWS_29'],
  aws_cloudfront_distribution: ['CKV_AWS_68'],
  'AWS::CloudFront::Distribution': ['CKV_AWS_68'],
  azurerm_application_gateway: ['CKV_AZURE_120'],
};

/** What other scanners call the same question, by aspect and type. */
export function getProtectionRules({
  aspect,
  type,
}: HostProtectionFact): readonly string[] {
  return aspect === 'imdsv2' ? METADATA : FIREWALLS[type] ?? [];
}

/** Every rule of {@link getProtectionRules}. */
export const protectionRules = [
  ...METADATA,
  ...new Set(Object.values(FIREWALLS).flatMap(rules => rules ?? [])),
];
