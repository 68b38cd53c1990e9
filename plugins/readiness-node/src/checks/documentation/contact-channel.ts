import { defineCheck, pass, presence } from '../../check';
import {
  getEntityEvidence,
  getEntitySubject,
  passLinks,
} from './entitySubject';

const WORDS =
  /slack|teams\.microsoft|\bteams\b|discord|mattermost|chat\.google|mailto:|support channel|\bchat\b/i;
const ANNOTATION = /slack|teams|discord|mattermost|(^|[./-])e?mail/i;

export const contactChannel = defineCheck({
  id: 'contact-channel',
  category: 'documentation',
  kind: 'presence',
  level: 3,
  severity: 'low',
  title: 'The team can be reached',
  description:
    'A chat channel (Slack, Teams, Discord) or mail address stands on the entity, on its owner or in the README.',
  rationale:
    'Questions without an address end up with whoever touched the file last. A channel on the entity makes the team reachable for the people who depend on it, on good days and on bad ones.',
  remediation: {
    summary:
      'Add a link to the team channel to the entity, or name the channel in the README.',
    effortMinutes: 10,
    snippets: {
      entity:
        'metadata:\n  links:\n    - url: https://acme.slack.com/archives/C012345\n      title: "#team-checkout"\n      type: chat\n',
    },
  },
  examples: [
    {
      title: 'A link on the entity',
      files: {},
      entity: { links: [{ url: 'https://acme.slack.com/archives/C1' }] },
      outcome: 'pass',
    },
    {
      title: 'A channel in the README',
      files: { 'README.md': '# Cart\n\nAsk us on Slack in #team-checkout.\n' },
      outcome: 'pass',
      findings: [{ subject: 'README.md', outcome: 'pass', at: 'README.md:3' }],
    },
    { title: 'Nothing', files: { 'README.md': '# Cart\n' }, outcome: 'fail' },
  ],
  evaluate(context) {
    const { entity, facts } = context;
    const readmes = new Set(
      facts.documents
        .filter(
          ({ topics }) =>
            topics.includes('readme') || topics.includes('policy'),
        )
        .map(({ subject }) => subject),
    );
    const subject = getEntitySubject(context);
    const at = getEntityEvidence(context);
    return presence(
      context,
      'a chat channel or mail address on the entity, its owner or in the README',
      [
        ...passLinks(context, WORDS),
        ...Object.entries(entity.annotations)
          .filter(([key]) => ANNOTATION.test(key))
          .map(([key, value]) =>
            pass(subject, { message: `${key}: ${value}`, at }),
          ),
        ...entity.ownerContacts.map(contact =>
          pass(subject, { message: `The owner is reached at ${contact}`, at }),
        ),
        ...facts.contactPoints
          .filter(point => readmes.has(point.subject))
          .map(point =>
            pass(point, { message: `${point.kind}: ${point.text}` }),
          ),
      ],
    );
  },
});
