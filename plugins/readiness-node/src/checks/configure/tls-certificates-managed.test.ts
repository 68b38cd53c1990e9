import { testCheck } from '../../testing';
import { tlsCertificatesManaged } from './tls-certificates-managed';

testCheck(tlsCertificatesManaged);

testCheck(tlsCertificatesManaged, [
  {
    title: 'Terraform installs cert-manager',
    files: {
      'main.tf':
        'resource "helm_release" "certs" {\n  name  = "certs"\n  chart = "jetstack/cert-manager"\n}\n',
    },
    outcome: 'pass',
    findings: [{ subject: 'helm_release.certs', outcome: 'pass' }],
  },
]);
