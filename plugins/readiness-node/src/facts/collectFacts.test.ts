import { createSnapshot } from '../testing';
import { collectFacts } from './collectFacts';
import { defineCollector } from './collector';

const files = createSnapshot(
  {
    'README.md': '# Shop\n',
    'services/cart/main.tf':
      'resource "aws_sqs_queue" "jobs" {\n  name = "jobs"\n}\n',
    'services/cart/broken.tf': 'resource "aws_s3_bucket" "x" {\n  bucket =\n',
    'services/mail/main.tf':
      'resource "aws_sqs_queue" "mail" {\n  name = "mail"\n}\n',
    'passwords.env': 'DB_PASSWORD=correct-horse-battery\n',
  },
  { repository: 'https://git.acme.test/acme/shop', revision: 'abc' },
);

describe('collectFacts', () => {
  it('bounds what counts by the sub-path, root files that apply to all included', async () => {
    const [cart, mail] = await collectFacts(files, {
      subPaths: ['services/cart', 'services/mail'],
    });
    expect(cart?.facts.queues.map(queue => queue.subject)).toEqual([
      'aws_sqs_queue.jobs',
    ]);
    expect(mail?.facts.queues.map(queue => queue.subject)).toEqual([
      'aws_sqs_queue.mail',
    ]);
    expect(mail?.problems).toEqual([]);
  });

  it('stamps the repository on every location and tells of broken files', async () => {
    const [cart] = await collectFacts(files, { subPaths: ['services/cart'] });
    expect(cart?.facts.queues[0]?.location).toMatchObject({
      path: 'services/cart/main.tf',
      repository: 'https://git.acme.test/acme/shop',
    });
    expect(cart?.problems).toEqual([
      expect.objectContaining({
        kind: 'parse-failure',
        path: 'services/cart/broken.tf',
      }),
    ]);
  });

  it('gives plain data that survives being stored', async () => {
    const [whole] = await collectFacts(files, { subPaths: [''] });
    expect(JSON.parse(JSON.stringify(whole))).toEqual(whole);
  });

  it('keeps the lines facts point at, and no secret in them', async () => {
    const [whole] = await collectFacts(files, { subPaths: [''] });
    expect(whole?.lines['services/cart/main.tf']?.[1]).toBe(
      'resource "aws_sqs_queue" "jobs" {',
    );
    expect(whole?.facts.hardcodedSecrets).toHaveLength(1);
    expect(JSON.stringify(whole)).not.toContain('correct-horse');
  });

  it('lets a broken collector cost its own facts, which then prove no absence', async () => {
    const broken = defineCollector({
      id: 'broken',
      collect() {
        throw new Error('boom');
      },
    });
    const [whole] = await collectFacts(files, {
      subPaths: [''],
      collectors: [broken],
    });
    expect(whole).toMatchObject({
      isTruncated: true,
      problems: [
        { kind: 'parse-failure' },
        { kind: 'check-error', message: expect.stringContaining('boom') },
      ],
    });
  });
});
