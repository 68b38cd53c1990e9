export {
  resolveCloudFormation,
  type CloudFormationInput,
} from './resolveCloudFormation';
