import type { Finding } from 'backstage-plugin-readiness-common';
import { fail, pass, unknown } from '../../check';
import type {
  ContainerfileFact,
  ContainerStageFact,
} from '../../facts/types/containers';

/** Base images that are made to run as an ordinary user. */
const UNPRIVILEGED =
  /(:|-)nonroot\b|(^|\/)chainguard\/|(^|\/)nginx-unprivileged\b|(^|\/)bitnami\/|^cgr\.dev\//;
const EXPECTED = 'a last USER that is not root';

/** The user a Dockerfile's image runs as; development containers are left out. */
export function judgeContainerfileUser(
  file: ContainerfileFact,
): readonly Finding[] {
  const last = file.stages.find(stage => stage.isLast);
  if (file.isDevelopment || last === undefined) return [];
  const stage = findUserStage(file.stages, last);
  const { user } = stage;
  if (user.state === 'absent') return [judgeBase(file, stage, last)];
  if (user.state === 'unresolved') {
    return [
      unknown(file, {
        rules: ['CKV_DOCKER_3', 'CKV_DOCKER_8', 'DL3002'],
        expected: EXPECTED,
        message: `USER is ${user.expression}, which cannot be resolved`,
        actual: `USER ${user.expression}`,
        at: [user.location],
      }),
    ];
  }
  const details = {
    expected: EXPECTED,
    message: `USER ${user.value}`,
    actual: `USER ${user.value}`,
    at: [user.location],
  };
  return [
    isRoot(user.value)
      ? fail(file, { ...details, rules: ['CKV_DOCKER_8', 'DL3002'] })
      : pass(file, {
          ...details,
          rules: ['CKV_DOCKER_3', 'CKV_DOCKER_8', 'DL3002'],
        }),
  ];
}

/** The stage whose USER counts: a stage inherits from the one it is built on. */
function findUserStage(
  stages: readonly ContainerStageFact[],
  stage: ContainerStageFact,
): ContainerStageFact {
  if (stage.user.state !== 'absent' || stage.baseKind !== 'stage') return stage;
  const { image } = stage;
  const name = image.state === 'known' ? image.value : undefined;
  const base = stages.find(
    each =>
      each.index < stage.index &&
      (each.name?.toLowerCase() === name?.toLowerCase() ||
        String(each.index) === name),
  );
  return base === undefined ? stage : findUserStage(stages, base);
}

function judgeBase(
  file: ContainerfileFact,
  stage: ContainerStageFact,
  last: ContainerStageFact,
): Finding {
  const { image } = stage;
  const name = image.state === 'known' ? image.value : '';
  if (UNPRIVILEGED.test(name)) {
    return pass(file, {
      rules: ['CKV_DOCKER_8'],
      expected: EXPECTED,
      message: `No USER, but ${name} runs as an ordinary user`,
      actual: `FROM ${name}`,
      at: [stage.from],
    });
  }
  return fail(file, {
    rules: ['CKV_DOCKER_3'],
    expected: EXPECTED,
    message: 'There is no USER, so the image runs as root',
    actual: 'no USER',
    at: [last.from],
  });
}

function isRoot(user: string): boolean {
  const [name = ''] = user.split(':');
  return name === 'root' || /^0+$/.test(name);
}
