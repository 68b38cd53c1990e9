package main

import rego.v1

test_open_group_is_denied if {
	count(deny) == 1 with input as {"resource_changes": [{
		"type": "aws_security_group",
		"address": "aws_security_group.x",
		"change": {"after": {"ingress": [{"cidr_blocks": ["0.0.0.0/0"]}]}},
	}]}
}
