import { defineCollector } from '../../collector';
import type { FileIndex } from '../../fileIndex';
import type { SnapshotFile } from '../../snapshot';
import { FoundSecrets, toFileSubject, toLine } from './foundSecrets';
import { isContainerfile, isQuietFile, readCandidates } from './secretFiles';
import { SecretPlaces } from './secretPlaces';

/** Locks and generated files hold checksums, not secrets. */
const GENERATED =
  /(^|\/)(package-lock\.json|yarn\.lock|pnpm-lock\.yaml|go\.sum|[\w-]+\.lock)$|\.(map|svg|min\.js|ipynb|lock\.hcl|lockfile)$/i;
const MAX_TEXT = 1_000_000;

/** Literal secrets, and the places that take theirs from elsewhere. Values are not kept. */
export const secretsCollector = defineCollector({
  id: 'secrets',
  collect({ files, resources }) {
    const places = new SecretPlaces(resources);
    const found = new FoundSecrets(places);
    for (const file of getReadable(files)) {
      for (const candidate of readCandidates(files, file))
        found.look(candidate);
      found.scan(file);
      if (isContainerfile(file.path))
        found.addPlace(toFileSubject(file.path), toLine(file.path, 1, 1));
    }
    for (const place of places.alwaysNamed)
      found.addPlace(place, place.location);
    return {
      hardcodedSecrets: found.secrets,
      secretPlaces: [...found.places.values()],
    };
  },
});

function getReadable(files: FileIndex): readonly SnapshotFile[] {
  return files.all.filter(
    ({ path, text }) =>
      text !== undefined &&
      text.length <= MAX_TEXT &&
      !GENERATED.test(path) &&
      !isQuietFile(path),
  );
}
