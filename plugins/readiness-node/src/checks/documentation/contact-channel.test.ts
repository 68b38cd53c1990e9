import { testCheck } from '../../testing';
import { contactChannel } from './contact-channel';

testCheck(contactChannel);
