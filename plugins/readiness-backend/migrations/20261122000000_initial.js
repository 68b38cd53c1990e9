// @ts-check

/**
 * Times are milliseconds since the epoch. References and URLs have no length
 * limit, so their columns are text.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await createRepositories(knex);
  await createTargets(knex);
  await createResults(knex);
  await createChanges(knex);
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  for (const table of [
    'readiness_sequence',
    'readiness_deletions',
    'readiness_groupings',
    'readiness_history',
    'readiness_scorecards',
    'readiness_mentions',
    'readiness_links',
    'readiness_targets',
    'readiness_facts',
    'readiness_hosts',
    'readiness_repositories',
  ]) {
    await knex.schema.dropTable(table);
  }
};

/** @param {import('knex').Knex.CreateTableBuilder} table */
function addLeaseColumns(table) {
  table.bigInteger('due_at').notNullable().index();
  table.bigInteger('leased_until').comment('A lapsed lease may be taken over');
  table.text('lease_token');
}

/** @param {import('knex').Knex} knex */
async function createRepositories(knex) {
  await knex.schema.createTable('readiness_repositories', table => {
    table.comment('Repositories at a ref: the queue of reading them');
    table
      .text('repository_id')
      .primary()
      .comment('URL, and ref when there is one');
    table.text('url').notNullable();
    table.text('ref');
    table.text('host_type').notNullable();
    table.text('host').notNullable();
    table.text('etag').comment('For conditional reads');
    table.text('revision');
    table.text('facts_version').comment('What computed the facts');
    table.bigInteger('read_at').comment('Last successful read');
    table
      .integer('attempts')
      .notNullable()
      .defaultTo(0)
      .comment('Failures in a row');
    table.bigInteger('failing_since');
    table.text('error');
    addLeaseColumns(table);
  });
  await knex.schema.createTable('readiness_hosts', table => {
    table.comment('Hosts that are backed off from');
    table.text('host').primary();
    table.integer('failures').notNullable();
    table.bigInteger('failing_since').notNullable();
    table.bigInteger('retry_at').notNullable();
    table.text('error').notNullable();
  });
  await knex.schema.createTable('readiness_facts', table => {
    table.comment('What is known of a sub-path of a repository, compressed');
    table.text('repository_id').notNullable();
    table.text('sub_path').notNullable();
    table.text('revision');
    table.text('facts_version').notNullable();
    table.text('digest').notNullable();
    table.binary('facts').notNullable();
    table.primary(['repository_id', 'sub_path']);
  });
}

/** @param {import('knex').Knex} knex */
async function createTargets(knex) {
  await knex.schema.createTable('readiness_targets', table => {
    table.comment('Entities under evaluation: the queue of judging them');
    table.text('entity_ref').primary();
    table.text('uid').notNullable();
    table.text('kind').notNullable();
    table.text('name').notNullable();
    table.text('title');
    table.text('type');
    table.text('lifecycle');
    table.text('owner');
    table.text('system');
    table.text('domain');
    table.text('tags').notNullable().comment('JSON');
    table.text('entity').notNullable().comment('JSON of what evaluation needs');
    table.text('digest').notNullable().comment('Of all above and the links');
    table.bigInteger('requested_at').comment('When a person last asked');
    table.bigInteger('evaluated_at');
    table
      .text('evaluation_digest')
      .comment('Of everything the result hangs on');
    table.text('error').comment('Of an evaluation that broke');
    table.bigInteger('stale_since');
    table.text('stale_reason');
    table.bigInteger('change_sequence').notNullable();
    table.index(['change_sequence', 'entity_ref']);
    addLeaseColumns(table);
  });
  await knex.schema.createTable('readiness_links', table => {
    table.comment('Which sub-paths of which repositories belong to a target');
    table.text('entity_ref').notNullable();
    table.integer('position').notNullable();
    table.text('repository_id').notNullable().index();
    table.text('sub_path').notNullable();
    table.primary(['entity_ref', 'position']);
  });
  await knex.schema.createTable('readiness_mentions', table => {
    table.comment('Entities that the waivers of a target lean on');
    table.text('entity_ref').notNullable();
    table.text('mentioned_ref').notNullable().index();
    table.primary(['entity_ref', 'mentioned_ref']);
  });
}

/** @param {import('knex').Knex} knex */
async function createResults(knex) {
  await knex.schema.createTable('readiness_scorecards', table => {
    table.comment('Latest results, written only when they change');
    table.text('entity_ref').primary();
    table.binary('scorecard').notNullable().comment('Compressed JSON');
    table.text('digest').notNullable();
    table
      .text('history_digest')
      .notNullable()
      .comment('Of the open row of history');
    table.double('score');
    table.double('strict_score');
    table.double('coverage');
    table.integer('level').notNullable();
    table.integer('required_level');
    table.boolean('meets_bar');
    table.text('categories').notNullable().comment('JSON');
    table
      .text('waivers')
      .notNullable()
      .comment('JSON: last days of active waivers');
    table.bigInteger('changed_at').notNullable();
  });
  await knex.schema.createTable('readiness_history', table => {
    table.comment('Scores over time: what held from when to when');
    table.text('entity_ref').notNullable();
    table.bigInteger('valid_from').notNullable();
    table.bigInteger('valid_to').comment('Null for what holds now');
    table.double('score');
    table.double('strict_score');
    table.integer('level').notNullable();
    table.text('categories').notNullable().comment('JSON');
    table.primary(['entity_ref', 'valid_from']);
    table.index(['valid_to']);
  });
}

/** @param {import('knex').Knex} knex */
async function createChanges(knex) {
  await knex.schema.createTable('readiness_groupings', table => {
    table.comment('Groups, systems and domains that targets are shown under');
    table.text('entity_ref').primary();
    table.text('uid').notNullable();
    table.text('kind').notNullable();
    table.text('title').notNullable();
    table.text('parent');
    table.text('domain');
    table.text('contacts').notNullable().comment('JSON');
    table.text('digest').notNullable();
  });
  await knex.schema.createTable('readiness_deletions', table => {
    table.comment('What left the catalog, for the read models of all replicas');
    table.text('entity_ref').notNullable();
    table.bigInteger('change_sequence').notNullable().index();
    table.bigInteger('deleted_at').notNullable();
    table.primary(['entity_ref', 'change_sequence']);
  });
  await knex.schema.createTable('readiness_sequence', table => {
    table.comment('Counters; the lock of a row puts its writers in order');
    table.text('name').primary();
    table.bigInteger('value').notNullable();
  });
  await knex('readiness_sequence').insert([
    { name: 'targets', value: 0 },
    { name: 'groupings', value: 0 },
  ]);
}
