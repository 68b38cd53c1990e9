import type { CollectorInput } from '../../collector';
import type { Resource } from '../../resource';
import { toSubjectFact } from '../../subject';
import type { SubjectFact } from '../../subject';
import type {
  CertificateFact,
  DnsNameFact,
  PrivateAccessFact,
} from '../../types/network';
import { AttributeReader, getText, getValue } from '../../readValue';

const DNS: readonly { readonly kind: string; readonly types: RegExp }[] = [
  {
    kind: 'Route 53',
    types:
      /^(aws_route53_(record|zone)|AWS::Route53::(RecordSet(Group)?|HostedZone))$/,
  },
  { kind: 'Cloud DNS', types: /^google_dns_(record_set|managed_zone)$/ },
  { kind: 'Azure DNS', types: /^azurerm_(private_)?dns_\w+$/ },
  { kind: 'Cloudflare', types: /^cloudflare_(record|dns_record|zone)$/ },
  { kind: 'external-dns', types: /^DNSEndpoint$/ },
  {
    kind: 'DNS registrar',
    types:
      /^(aws_route53domains_\w+|google_clouddomains_registration|cloudflare_registrar_domain|namecheap_domain_records|gandi_domain|dnsimple_registered_domain)$/,
  },
  {
    kind: 'DNS provider',
    types:
      /^(digitalocean_(record|domain)|ns1_record|dnsimple_(zone_)?record|powerdns_record|hetznerdns_record|gandi_livedns_record|godaddy_domain_record|akamai_dns_record|dns_\w+_record(_set)?)$/,
  },
];

/** Zones and records. */
export function readDnsNames({
  resources,
}: CollectorInput): readonly DnsNameFact[] {
  return resources.all.flatMap(resource => {
    const kind =
      DNS.find(each => each.types.test(resource.type))?.kind ??
      findExternalDns(resource) ??
      findGatewayDomain(resource) ??
      (installs(resource, 'external-dns') ? 'external-dns' : undefined);
    return kind === undefined
      ? []
      : [{ ...toSubjectFact(resource), kind, ...keepSwitch(resource) }];
  });
}

/** Whether Terraform installs the chart of this name. */
function installs({ type, attributes }: Resource, chart: string): boolean {
  if (type !== 'helm_release') return false;
  const name = getText(getValue(attributes, 'chart')) ?? '';
  return name.slice(name.lastIndexOf('/') + 1) === chart;
}

function findExternalDns(resource: Resource): string | undefined {
  return findAnnotation(
    resource,
    /^external-dns\.alpha\.kubernetes\.io\/hostname$/,
  ) === undefined
    ? undefined
    : 'external-dns';
}

/** SAM makes the record of a gateway's own domain. */
function findGatewayDomain(resource: Resource): string | undefined {
  return /^AWS::Serverless::(Api|HttpApi)$/.test(resource.type) &&
    getValue(resource.attributes, 'Domain.Route53') !== undefined
    ? 'Route 53'
    : undefined;
}

const CERTIFICATES: readonly {
  readonly issuer: string;
  readonly types: RegExp;
}[] = [
  { issuer: 'cert-manager', types: /^(Certificate|ClusterIssuer|Issuer)$/ },
  {
    issuer: 'ACM',
    types:
      /^(aws_acm_certificate(_validation)?|AWS::CertificateManager::Certificate)$/,
  },
  {
    issuer: 'AWS Private CA',
    types: /^(aws_acmpca_certificate(_authority)?|AWS::ACMPCA::\w+)$/,
  },
  {
    issuer: 'Google managed certificates',
    types:
      /^(google_compute_managed_ssl_certificate|google_certificate_manager_certificate\w*|ManagedCertificate)$/,
  },
  {
    issuer: 'Key Vault',
    types:
      /^(azurerm_key_vault_certificate|azurerm_app_service_managed_certificate|azurerm_app_service_certificate\w*)$/,
  },
  { issuer: "Let's Encrypt", types: /^acme_(certificate|registration)$/ },
  {
    issuer: 'Cloudflare',
    types: /^cloudflare_(certificate_pack|origin_ca_certificate)$/,
  },
  {
    issuer: 'Vault PKI',
    types: /^vault_pki_secret_backend_(cert|role|root_cert)$/,
  },
];
const CERTIFICATE_FILES: readonly {
  readonly issuer: string;
  readonly path: RegExp;
  readonly line: RegExp;
}[] = [
  {
    issuer: "Let's Encrypt",
    path: /\.(ya?ml|sh|rb|pp|toml|conf|j2|erb|epp|tf|tpl|cfg)$|(^|\/)(Dockerfile|Caddyfile|Vagrantfile)[^/]*$/i,
    line: /\b(certbot|letsencrypt|acme\.sh|dehydrated|acme-companion|certificatesresolvers?|acme_email|ACME_EMAIL|LETSENCRYPT_\w+)\b/,
  },
  {
    issuer: 'Caddy',
    path: /(^|\/)Caddyfile[^/]*$/,
    line: /^\s*(https:\/\/)?([\w*-]+\.)+[a-z]{2,}[\s,{]/i,
  },
];

/** Certificates that are issued and renewed by code. */
export function readCertificates({
  resources,
  files,
}: CollectorInput): readonly CertificateFact[] {
  const byType = resources.all.flatMap(resource => {
    const issuer =
      CERTIFICATES.find(each => each.types.test(resource.type))?.issuer ??
      findAnnotatedIssuer(resource) ??
      (installs(resource, 'cert-manager') ? 'cert-manager' : undefined);
    return issuer === undefined
      ? []
      : [{ ...toSubjectFact(resource), issuer, ...keepSwitch(resource) }];
  });
  const byFile = CERTIFICATE_FILES.flatMap(({ issuer, path, line }) =>
    findLines(files.matching(path), line).map(subject => ({
      ...subject,
      issuer,
    })),
  );
  return [...byType, ...byFile];
}

function findAnnotatedIssuer(resource: Resource): string | undefined {
  const key = findAnnotation(
    resource,
    /^(cert-manager\.io\/(cluster-)?issuer|certmanager\.k8s\.io\/(cluster-)?issuer|networking\.gke\.io\/(managed-certificates|certmap)|alb\.ingress\.kubernetes\.io\/certificate-arn|service\.beta\.kubernetes\.io\/aws-load-balancer-ssl-cert|kubernetes\.io\/tls-acme)$/,
  );
  if (key === undefined) return undefined;
  if (/aws|alb/.test(key)) return 'ACM';
  return /gke/.test(key) ? 'Google managed certificates' : 'cert-manager';
}

const PRIVATE_ACCESS: readonly {
  readonly kind: string;
  readonly types: RegExp;
}[] = [
  {
    kind: 'client VPN',
    types:
      /^(aws_ec2_client_vpn_endpoint|AWS::EC2::ClientVpnEndpoint|azurerm_point_to_site_vpn_gateway)$/,
  },
  {
    kind: 'VPN',
    types:
      /^(aws_(vpn|customer)_(gateway|connection)\w*|AWS::EC2::(VPNGateway|VPNConnection|CustomerGateway)|google_compute_(ha_)?vpn_(gateway|tunnel)|azurerm_(virtual_network_gateway|vpn_gateway)\w*|aws_dx_connection)$/,
  },
  { kind: 'bastion', types: /^(azurerm_bastion_host|oci_bastion_bastion)$/ },
  { kind: 'Identity-Aware Proxy', types: /^google_iap_\w+$/ },
  {
    kind: 'SSM Session Manager',
    types: /^(aws_ssm_document|aws_ssm_service_setting|aws_ssm_activation)$/,
  },
  {
    kind: 'EC2 Instance Connect',
    types: /^aws_ec2_instance_connect_endpoint$/,
  },
  {
    kind: 'zero-trust access',
    types:
      /^(tailscale_\w+|teleport_\w+|boundary_\w+|cloudflare_(access|zero_trust_access)_\w+|twingate_\w+)$/,
  },
];
const PRIVATE_ACCESS_LINES =
  /\b(openvpn|wireguard|wg-quick|strongswan|ipsec|tailscale(d)?|teleport)\b/i;

/** Ways in that don't cross the open internet. */
export function readPrivateAccesses({
  resources,
  files,
}: CollectorInput): readonly PrivateAccessFact[] {
  const byType = resources.all
    .filter(resource => resource.offByDefault === undefined)
    .flatMap(resource => {
      const kind =
        PRIVATE_ACCESS.find(each => each.types.test(resource.type))?.kind ??
        findAccessByContent(resource);
      return kind === undefined ? [] : [{ ...toSubjectFact(resource), kind }];
    });
  const managed = files.matching(
    /(^|\/)(roles|playbooks?|tasks|recipes|manifests|cookbooks|scripts?|ansible|puppet|chef)\/.*\.(ya?ml|rb|pp|sh)$|(^|\/)(requirements|site|playbook|main)\.ya?ml$|(^|\/)(Puppetfile|Berksfile|metadata\.rb)$|\.service$/,
  );
  return [
    ...byType,
    ...findLines(managed, PRIVATE_ACCESS_LINES).map(subject => ({
      ...subject,
      kind: 'VPN',
    })),
  ];
}

/** Bastions, Session Manager permissions and IAP's address range are told by what they say. */
function findAccessByContent(resource: Resource): string | undefined {
  const reader = AttributeReader.of(resource);
  if (
    /^(aws_instance|AWS::EC2::Instance|google_compute_instance)$/.test(
      resource.type,
    )
  ) {
    return /bastion|jump-?(host|box)|openvpn/i.test(
      `${resource.address} ${getText(reader.get('tags.Name')) ?? ''}`,
    )
      ? 'bastion'
      : undefined;
  }
  if (
    /^(aws_iam_role_policy_attachment|AWS::IAM::Role|aws_iam_role|aws_iam_policy_attachment)$/.test(
      resource.type,
    )
  ) {
    return /AmazonSSMManagedInstanceCore|AmazonEC2RoleforSSM/.test(
      JSON.stringify(resource.attributes),
    )
      ? 'SSM Session Manager'
      : undefined;
  }
  if (/^(aws_ecs_service|AWS::ECS::Service)$/.test(resource.type)) {
    return ['enable_execute_command', 'EnableExecuteCommand'].some(
      name => getText(reader.get(name)) === 'true',
    )
      ? 'SSM Session Manager (ECS Exec)'
      : undefined;
  }
  if (resource.type === 'google_compute_firewall') {
    return /35\.235\.240\.0\/20/.test(JSON.stringify(resource.attributes))
      ? 'Identity-Aware Proxy'
      : undefined;
  }
  return undefined;
}

function findAnnotation(resource: Resource, key: RegExp): string | undefined {
  if (
    resource.language !== 'kubernetes' &&
    !resource.type.startsWith('kubernetes_')
  )
    return undefined;
  const annotations = getValue(resource.attributes, 'metadata.annotations');
  return annotations?.kind === 'map'
    ? Object.keys(annotations.entries).find(each => key.test(each))
    : undefined;
}

/** The first line of each file that matches, comments left out. */
function findLines(
  files: readonly { readonly path: string; readonly text?: string }[],
  pattern: RegExp,
): SubjectFact[] {
  return files.flatMap(({ path, text }) => {
    const lines = (text ?? '').split('\n');
    const index = lines.findIndex(
      line => !/^\s*(#|\/\/|;)/.test(line) && pattern.test(line.slice(0, 500)),
    );
    if (index < 0) return [];
    const location = { path, startLine: index + 1, endLine: index + 1 };
    return [
      {
        subject: path,
        type: 'file',
        language: 'other' as const,
        location,
        scope: path,
      },
    ];
  });
}

function keepSwitch({ offByDefault }: Resource): { offByDefault?: string } {
  return offByDefault === undefined ? {} : { offByDefault };
}
