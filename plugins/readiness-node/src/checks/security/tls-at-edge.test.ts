import { testCheck } from '../../testing';
import { tlsAtEdge } from './tls-at-edge';

testCheck(tlsAtEdge);
