import { testCheck } from '../../testing';
import { noOpenAdminPorts } from './no-open-admin-ports';

testCheck(noOpenAdminPorts);

testCheck(noOpenAdminPorts, [
  {
    title: 'Azure: any protocol keeps to the ports of the rule',
    files: {
      'main.tf':
        'resource "azurerm_network_security_rule" "web" {\n  direction                  = "Inbound"\n  access                     = "Allow"\n  protocol                   = "*"\n  destination_port_ranges    = ["443", "3389"]\n  source_address_prefix      = "*"\n}\n',
    },
    outcome: 'fail',
    findings: [
      {
        subject: 'azurerm_network_security_rule.web',
        aspect: 'ssh',
        outcome: 'pass',
      },
      {
        subject: 'azurerm_network_security_rule.web',
        aspect: 'rdp',
        outcome: 'fail',
      },
      {
        subject: 'azurerm_network_security_rule.web',
        aspect: 'all-ports',
        outcome: 'pass',
      },
    ],
    isComplete: true,
  },
]);
