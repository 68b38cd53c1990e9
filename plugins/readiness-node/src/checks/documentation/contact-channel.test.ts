import { testCheck } from '../../testing';
import { contactChannel } from './contact-channel';

testCheck(contactChannel, [
  {
    title: 'a channel whose link names the chat',
    files: {
      'README.md':
        '# Pay\n\nAsk in [#team-payments](https://chat.acme.test/c/1).\n',
    },
    outcome: 'pass',
    findings: [{ subject: 'README.md', outcome: 'pass', at: 'README.md:3' }],
  },
  {
    title: 'a channel, and Slack on the next line',
    files: {
      'README.md': '# Checkout\n\nAlerts go to #checkout-alerts,\non Slack.\n',
    },
    outcome: 'pass',
    findings: [{ subject: 'README.md', outcome: 'pass', at: 'README.md:3' }],
  },
  {
    title: 'an anchor is no channel',
    files: {
      'README.md':
        '# Chat server\n\nSee [the options](#options) of the chat.\n',
    },
    outcome: 'fail',
  },
  {
    title: 'an address in an example of code',
    files: {
      'README.md':
        '# Links\n\n```js\nsanitize("mailto:hello@example.com");\n```\n',
    },
    outcome: 'fail',
  },
  {
    title: 'a channel in another document',
    files: { 'docs/notes.md': '# Notes\n\nSlack: #team-x\n' },
    outcome: 'fail',
  },
  {
    title: 'a channel to ask in and an address for support, without a link',
    files: {
      'README.md': '# A\n\nAsk in #parcel-platform when in doubt.\n',
      'docs/CONTRIBUTING.md': '# B\n\nSupport: help-desk@city.example.com.\n',
    },
    outcome: 'pass',
    findings: [{ subject: 'README.md', outcome: 'pass', at: 'README.md:3' }],
  },
  {
    title: 'issues and headings are no channels',
    files: {
      'README.md': '# A\n\nSee #42, fixed by b@c.\n\n[x](#ask-first)\n',
    },
    outcome: 'fail',
  },
]);

testCheck(contactChannel, [
  {
    title: 'An address below the heading Contact',
    files: {
      'README.md': '# Ledger\n\n## Contact\n\nledger@bank.example.com\n',
    },
    outcome: 'pass',
    findings: [{ subject: 'README.md', outcome: 'pass', at: 'README.md:5' }],
  },
  {
    title: 'The address of the owner',
    files: {
      'README.md': '# Claims\n\nOwner: Operations (ops@insurer.example)\n',
    },
    outcome: 'pass',
    findings: [{ subject: 'README.md', outcome: 'pass', at: 'README.md:3' }],
  },
]);
