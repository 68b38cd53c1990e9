#!/bin/bash
# usage: ./apply.sh prod|abnahme
set -e
STAGE=$1
export KUBECONFIG=/home/erp/.kube/$STAGE
curl -sSL https://downloads.example.com/erp-prereqs.sh | bash
for f in 00-namespace 10-storage 20-oracle 30-appserver 40-batch 50-print 60-ingress; do
  envsubst < $f.yml | kubectl apply -f -
done
kubectl -n erp rollout status deployment/appserver
