#!/usr/bin/env bash
set -euo pipefail
stage=$1
aws cloudformation deploy \
  --stack-name "tickets-$stage" \
  --template-file infra/service.yml \
  --capabilities CAPABILITY_IAM \
  --parameter-overrides $(cat "infra/$stage.params") \
  --tags Team=web CostCenter=4711
