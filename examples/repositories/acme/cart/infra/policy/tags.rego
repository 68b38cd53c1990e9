package main

import rego.v1

deny contains message if {
	some change in input.resource_changes
	change.type == "aws_security_group"
	some rule in change.change.after.ingress
	"0.0.0.0/0" in rule.cidr_blocks
	message := sprintf("%s is open to the world", [change.address])
}
