package integration

import (
	"testing"

	"github.com/gruntwork-io/terratest/modules/terraform"
	"github.com/stretchr/testify/assert"
)

func TestMinimal(t *testing.T) {
	t.Parallel()
	options := terraform.WithDefaultRetryableErrors(t, &terraform.Options{TerraformDir: "../../examples/minimal"})
	defer terraform.Destroy(t, options)
	terraform.InitAndApply(t, options)
	assert.Contains(t, terraform.Output(t, options, "endpoint"), ":5432")
}
