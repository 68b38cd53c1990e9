import { testCheck } from '../../testing';
import { catalogMetadata } from './catalog-metadata';

testCheck(catalogMetadata);
