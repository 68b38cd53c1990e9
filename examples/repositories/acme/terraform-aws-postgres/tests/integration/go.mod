module git.acme.test/acme/terraform-aws-postgres/tests/integration

go 1.23

require (
	github.com/gruntwork-io/terratest v0.48.0
	github.com/stretchr/testify v1.10.0
)
