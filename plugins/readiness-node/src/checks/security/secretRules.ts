/** What other scanners call the same question, by the type of the place. */
const RULES: Readonly<Record<string, readonly string[] | undefined>> = {
  'provider.aws': ['CKV_AWS_41'],
  'provider.openstack': ['CKV_OPENSTACK_1'],
  'provider.oci': ['CKV_OCI_1'],
  'provider.panos': ['CKV_PAN_1'],
  'provider.linode': ['CKV_LIN_1'],
  aws_lambda_function: ['CKV_AWS_45'],
  'AWS::Lambda::Function': ['CKV_AWS_45'],
  'AWS::Serverless::Function': ['CKV_AWS_45'],
  aws_instance: ['CKV_AWS_46'],
  aws_launch_template: ['CKV_AWS_46'],
  aws_launch_configuration: ['CKV_AWS_46'],
  'AWS::EC2::Instance': ['CKV_AWS_46'],
  azurerm_virtual_machine: ['CKV_AZURE_45'],
  container: ['env-var-secret'],
  containerfile: ['DS-0031'],
};

/** Rules that equal a finding about a place of this type. */
export function getSecretRules(type: string): readonly string[] {
  return RULES[type] ?? [];
}

/** Every rule of {@link getSecretRules}. */
export const allSecretRules = [
  ...new Set(Object.values(RULES).flatMap(rules => rules ?? [])),
];
