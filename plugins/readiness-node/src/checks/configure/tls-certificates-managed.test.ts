import { testCheck } from '../../testing';
import { tlsCertificatesManaged } from './tls-certificates-managed';

testCheck(tlsCertificatesManaged);
