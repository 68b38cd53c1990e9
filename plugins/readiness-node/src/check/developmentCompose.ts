import type { Facts } from '../facts/facts';
import type { WorkloadFact } from '../facts/types/workloads';

const COMPOSE = /(^|\/)(docker-)?compose([-._][\w.-]+)?\.ya?ml$/i;
const PRODUCTION = /[-._](prod|production|prd|live|deploy|swarm|stack)\b/i;
const DEVELOPMENT =
  /[-._](dev|develop|development|local|tests?|ci|override|e2e)\b|(^|\/)\.devcontainer\//i;

/** What a developer starts beside the application, by the last part of its image. */
const DEPENDENCY =
  /(^|[/-])(postgres|postgis|mysql|mariadb|mongo|redis|valkey|keydb|rabbitmq|kafka|zookeeper|cassandra|elasticsearch|opensearch|memcached|minio|localstack|dynamodb-local|azurite|mailhog|mailpit|maildev|adminer|pgadmin4?|phpmyadmin|wiremock|mockserver|vault|consul|keycloak|jaeger|all-in-one)($|[:@-])|sandbox|emulator|\bmock|\bstub|fake/i;

/**
 * Whether a path is a compose file that developers start on their laptops: its
 * name says so, the same things run on a real platform, or it holds nothing but
 * databases and stand-ins beside an application that is not in it.
 *
 * @public
 */
export function isDevelopmentCompose(facts: Facts, path: string): boolean {
  if (!COMPOSE.test(path) || PRODUCTION.test(path)) return false;
  if (DEVELOPMENT.test(path)) return true;
  const services = facts.workloads.filter(
    each => each.platform === 'compose' && each.location.path === path,
  );
  if (services.some(isSized)) return false;
  const hasPlatform = facts.workloads.some(
    ({ platform }) => platform !== 'compose' && platform !== 'machine-group',
  );
  if (hasPlatform) return true;
  const hasApplication =
    facts.containerfiles.length > 0 || facts.packages.length > 0;
  return hasApplication && services.length > 0 && services.every(isDependency);
}

/** Nobody sets replicas or limits on a laptop. */
function isSized({ replicas, containers }: WorkloadFact): boolean {
  return (
    replicas.state === 'known' ||
    containers.some(({ limits }) => limits.memory.state === 'known')
  );
}

function isDependency({ containers }: WorkloadFact): boolean {
  return containers.every(
    ({ isBuiltHere, image }) =>
      !isBuiltHere && image.state === 'known' && DEPENDENCY.test(image.value),
  );
}
