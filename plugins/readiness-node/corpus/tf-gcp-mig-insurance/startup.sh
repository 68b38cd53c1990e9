#!/bin/bash
set -euo pipefail
dnf install -y java-17-openjdk-headless-17.0.9.0.9 google-cloud-ops-agent
gsutil cp gs://insurer-releases/claims/current.tar.gz /tmp/
tar -xzf /tmp/current.tar.gz -C /opt/claims
systemctl enable --now claims
